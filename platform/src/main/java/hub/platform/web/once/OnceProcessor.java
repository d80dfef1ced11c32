package hub.platform.web.once;

import com.github.benmanes.caffeine.cache.Cache;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;

/** From memory, if there is an equal value there. */
final class OnceProcessor extends PartProcessor {
    private final Cache<Key, String> kept;

    OnceProcessor(String prefix, Cache<Key, String> kept) {
        super(prefix, "once");
        this.kept = kept;
    }

    @Override
    String html(IEngineConfiguration templates, String fragment, @Nullable Object value) {
        Key key = new Key(fragment, value);
        String html = kept.getIfPresent(key);
        if (html == null) {
            html = Lightly.written(Alone.render(templates, fragment, value));
            kept.put(key, html);
        }
        return html;
    }

    /** @param value with {@code equals} over all that the fragment shows */
    record Key(String fragment, @Nullable Object value) {}
}
