package hub.resources.publishing;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The topics that a guide may have, from the settings {@code hearth.library.topics}, as the library orders them. */
@Component
public class GuideTopics {
    private final List<Named> all;

    GuideTopics(Environment settings) {
        this.all = List.copyOf(Binder.get(settings)
                .bind("hearth.library.topics", Bindable.listOf(Named.class))
                .orElse(List.of()));
    }

    public record Named(String slug, String name) {}

    public List<Named> all() {
        return all;
    }
}
