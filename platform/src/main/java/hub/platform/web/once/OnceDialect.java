package hub.platform.web.once;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;

/**
 * {@code <th:block hearth:once="parts/post :: post" hearth:for="${node}"/>} puts the fragment's output for that value, rendered once for all
 * values that are equal. The fragment sees the value as {@code it}, and nothing else of the page: no viewer, no form token. So what is kept
 * depends on nothing but what it is kept under, and cannot show one person what was made for another.
 *
 * <p>{@code hearth:fill} in its place: the fragment is rendered once for all values of the same shape, which are those that differ in their texts
 * alone, and the texts are put in. For a list it stands once for each of its values; a list in the value stands for the fragment's output for each
 * of those, and is put in by {@code th:utext}. The fragment may only put a text somewhere or ask whether it is there.
 */
@Component
class OnceDialect extends AbstractProcessorDialect {
    /** In bytes, about. */
    private static final long MOST_KEPT = 12_000_000;

    private static final int WEIGHT_OF_AN_ENTRY = 600;

    private final Cache<OnceProcessor.Key, String> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((OnceProcessor.Key key, String html) -> WEIGHT_OF_AN_ENTRY + html.length())
            .executor(Runnable::run)
            .build();

    private final Forms forms;

    OnceDialect(@Value("${hearth.fill.strict:false}") boolean strict) {
        super("Rendered once", "hearth", 1);
        this.forms = new Forms(strict);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new OnceProcessor(prefix, kept), new FillProcessor(prefix, forms));
    }
}
