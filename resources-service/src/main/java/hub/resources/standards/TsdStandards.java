package hub.resources.standards;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The standards that hold here, from the settings {@code hearth.standards}. */
@Component
public class TsdStandards {
    private final List<TsdStandard> all;

    TsdStandards(Environment settings) {
        this.all = List.copyOf(Binder.get(settings)
                .bind("hearth.standards", Bindable.listOf(TsdStandard.class))
                .orElse(List.of()));
    }

    public List<TsdStandard> all() {
        return all;
    }

    public Optional<TsdStandard> find(int number) {
        return all.stream().filter(standard -> standard.number() == number).findFirst();
    }

    /** Those of the given numbers that hold here, in their order. */
    public List<TsdStandard> named(Collection<Integer> numbers) {
        return all.stream()
                .filter(standard -> numbers.contains(standard.number()))
                .toList();
    }
}
