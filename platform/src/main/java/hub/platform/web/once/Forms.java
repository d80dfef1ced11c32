package hub.platform.web.once;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.IEngineConfiguration;

/** Fills fragments in, from the form of each shape that a value has had. */
final class Forms {
    private static final Logger LOG = LoggerFactory.getLogger(Forms.class);
    private static final int MOST_KEPT = 2_000;

    /** Empty for a shape that cannot be filled in. */
    private final Cache<Key, Optional<BlankForm>> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    private final boolean strict;

    /** @param strict whether a fragment that cannot be filled in is a fault, rather than slow */
    Forms(boolean strict) {
        this.strict = strict;
    }

    /** The fragment for a value, or for each value of a list. */
    String fill(IEngineConfiguration templates, String fragment, @Nullable Object value) {
        StringBuilder html = new StringBuilder(1 << 12);
        if (value instanceof List<?> values) {
            fillAll(templates, new Part(fragment, values), html);
        } else {
            fill(templates, fragment, value, html);
        }
        return html.toString();
    }

    private void fillAll(IEngineConfiguration templates, Part part, StringBuilder html) {
        part.values().forEach(value -> fill(templates, part.fragment(), value, html));
    }

    private void fill(IEngineConfiguration templates, String fragment, @Nullable Object value, StringBuilder html) {
        Shape shape = Shape.of(value, fragment);
        Key key = new Key(fragment, shape.traits());
        Optional<BlankForm> form = kept.getIfPresent(key);
        if (form == null) {
            form = form(templates, fragment, value, shape);
            kept.put(key, form);
        }
        if (form.isPresent()) {
            form.get().fill(shape.blanks(), html, (part, place) -> fillAll(templates, part, place));
        } else {
            html.append(Lightly.written(Alone.render(templates, fragment, plain(templates, fragment, value))));
        }
    }

    /**
     * A new form is tried on the value it was made for. A fragment that does more with a text than to put it somewhere, such as to compare it, comes
     * to something else; then it is rendered anew for each value of that shape, which is slow and right.
     */
    private Optional<BlankForm> form(
            IEngineConfiguration templates, String fragment, @Nullable Object value, Shape shape) {
        Marks marks = new Marks();
        Object marked = Shape.model(value, fragment, text -> marks.next(), part -> marks.next());
        BlankForm form = BlankForm.of(Alone.render(templates, fragment, marked));
        StringBuilder filled = new StringBuilder();
        form.fill(shape.blanks(), filled, (part, place) -> fillAll(templates, part, place));
        String direct = Alone.render(templates, fragment, plain(templates, fragment, value));
        if (Lightly.ascii(filled.toString()).equals(Lightly.ascii(direct))) {
            return Optional.of(form);
        }
        if (strict) {
            throw new IllegalStateException("The fragment " + fragment + " cannot be filled in");
        }
        LOG.warn("The fragment {} cannot be filled in", fragment);
        return Optional.empty();
    }

    /** The value with what its parts come to. */
    private @Nullable Object plain(IEngineConfiguration templates, String fragment, @Nullable Object value) {
        return Shape.model(value, fragment, text -> text, part -> {
            StringBuilder place = new StringBuilder();
            fillAll(templates, part, place);
            return place.toString();
        });
    }

    /** @param traits of a shape */
    private record Key(String fragment, List<@Nullable Object> traits) {}
}
