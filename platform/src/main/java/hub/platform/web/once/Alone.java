package hub.platform.web.once;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Renders a fragment in a context of its own, in which there is a value as {@code it} and nothing else: no viewer, no form token. */
final class Alone {
    private Alone() {}

    /** @param fragment such as {@code parts/post :: post} */
    static String render(IEngineConfiguration templates, String fragment, @Nullable Object value) {
        String[] parts = fragment.split("\\s*::\\s*", 2);
        Context alone = new Context(Locale.UK, Map.of());
        alone.setVariable("it", value);
        StringWriter html = new StringWriter();
        templates
                .getTemplateManager()
                .parseAndProcess(new TemplateSpec(parts[0], Set.of(parts[1]), TemplateMode.HTML, null), alone, html);
        return html.toString();
    }
}
