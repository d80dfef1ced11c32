package hub.platform.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** The HTML of fragments by what they show: equal values are rendered once. */
@Component
class FragmentCache {
    /** In bytes, about. */
    private static final long MOST_KEPT = 24_000_000;

    private static final int WEIGHT_OF_AN_ENTRY = 600;

    private final Cache<Key, String> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, String html) -> WEIGHT_OF_AN_ENTRY + html.length())
            .executor(Runnable::run)
            .build();

    private record Key(String fragment, @Nullable Object value) {}

    /**
     * @param fragment such as {@code parts/masthead :: masthead}
     * @param value with {@code equals} over all that the fragment shows
     */
    String html(IEngineConfiguration templates, String fragment, @Nullable Object value) {
        Key key = new Key(fragment, value);
        String html = kept.getIfPresent(key);
        if (html == null) {
            html = render(templates, fragment, value);
            kept.put(key, html);
        }
        return html;
    }

    /** In a context of its own, in which there is the value and nothing else. */
    private static String render(IEngineConfiguration templates, String fragment, @Nullable Object value) {
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
