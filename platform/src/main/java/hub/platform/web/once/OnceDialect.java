package hub.platform.web.once;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;

/**
 * {@code <th:block hearth:once="parts/masthead :: masthead" hearth:for="${…}"/>} puts the fragment's output for that value, rendered once for all
 * values that are equal. The fragment sees the value as {@code it}, and nothing else of the page: no viewer, no form token. So what is kept
 * depends on nothing but what it is kept under, and cannot show one person what was made for another.
 *
 * <p>{@code hearth:fill} in its place: the fragment is rendered once for all values of the same shape, which are those that differ in their texts
 * alone, and the texts are put in. For a list it stands once for each of its values. The fragment may only put a text somewhere or ask whether it
 * is there. A {@link Part} in the value is put in by {@code th:utext}.
 */
@Component
class OnceDialect extends AbstractProcessorDialect {
    private final Parts parts;

    OnceDialect(Parts parts) {
        super("Rendered once", "hearth", 1);
        this.parts = parts;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new PartProcessor(prefix, "once", Part.Once::new, parts),
                new PartProcessor(
                        prefix,
                        "fill",
                        (fragment, value) -> new Part.Filled(
                                fragment, value instanceof List<?> values ? values : Collections.singletonList(value)),
                        parts));
    }
}
