package hub.platform.web.once;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hub.platform.text.Lightly;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;

/** Puts parts into pages: those filled in from the stencil of their value's shape, those rendered once from memory. */
@Component
final class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final int MOST_STENCILS = 2_000;

    /** Of what is rendered once, in bytes, about. */
    private static final long MOST_KEPT = 12_000_000;

    private static final int WEIGHT_OF_AN_ENTRY = 600;

    /** Empty for a shape that cannot be filled in. */
    private final Cache<Key, Optional<Stencil>> stencils = Caffeine.newBuilder()
            .maximumSize(MOST_STENCILS)
            .executor(Runnable::run)
            .build();

    private final Cache<Part.Once, String> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Part.Once part, String html) -> WEIGHT_OF_AN_ENTRY + html.length())
            .executor(Runnable::run)
            .build();

    private final boolean strict;

    /** @param strict whether a fragment that cannot be filled in is a fault, rather than slow; each filling is looked over then */
    Parts(@Value("${hearth.fill.strict:false}") boolean strict) {
        this.strict = strict;
    }

    void put(IEngineConfiguration templates, Part part, StringBuilder place) {
        switch (part) {
            case Part.Filled(String fragment, List<?> values) -> {
                for (Object value : values) {
                    fill(templates, fragment, value, place);
                }
            }
            case Part.Written(String html) -> place.append(html);
            case Part.Lasting lasting -> lasting.put(place, (inside, where) -> put(templates, inside, where));
            case Part.Once once -> place.append(once(templates, once));
        }
    }

    private String once(IEngineConfiguration templates, Part.Once part) {
        String html = kept.getIfPresent(part);
        if (html == null) {
            html = Lightly.written(Alone.render(templates, part.fragment(), part.value()));
            kept.put(part, html);
        }
        return html;
    }

    private void fill(IEngineConfiguration templates, String fragment, @Nullable Object value, StringBuilder place) {
        Shape shape = Shape.of(value);
        Key key = new Key(fragment, shape.traits());
        Optional<Stencil> stencil = stencils.getIfPresent(key);
        if (stencil == null) {
            stencil = stencil(templates, fragment, value, shape);
            stencils.put(key, stencil);
        }
        if (stencil.isEmpty()) {
            place.append(Lightly.written(direct(templates, fragment, value)));
            return;
        }
        int from = place.length();
        stencil.get().fill(shape.blanks(), place, (part, inside) -> put(templates, part, inside));
        if (strict && !isSame(place.substring(from), direct(templates, fragment, value))) {
            throw new IllegalStateException("The fragment " + fragment + " cannot be filled in");
        }
    }

    /**
     * A new stencil is tried on the value it was made for. A fragment that does more with a text than to put it somewhere, such as to compare it, comes
     * to something else or fails; then it is rendered anew for each value of that shape, which is slow and right. One whose first value comes out right by
     * chance is not noticed here, but where each filling is looked over, as in the tests.
     */
    private Optional<Stencil> stencil(
            IEngineConfiguration templates, String fragment, @Nullable Object value, Shape shape) {
        String direct = direct(templates, fragment, value);
        try {
            Marks marks = new Marks();
            Object marked = Shape.model(value, text -> marks.next(), part -> marks.next());
            Stencil stencil = Stencil.of(Alone.render(templates, fragment, marked));
            StringBuilder filled = new StringBuilder();
            stencil.fill(shape.blanks(), filled, (part, place) -> put(templates, part, place));
            if (isSame(filled.toString(), direct)) {
                return Optional.of(stencil);
            }
        } catch (RuntimeException failed) {
            LOG.warn("The fragment {} fails with a mark in the place of a text", fragment, failed);
        }
        if (strict) {
            throw new IllegalStateException("The fragment " + fragment + " cannot be filled in");
        }
        LOG.warn("The fragment {} cannot be filled in", fragment);
        return Optional.empty();
    }

    private static boolean isSame(String filled, String direct) {
        return Lightly.ascii(filled).equals(Lightly.ascii(direct));
    }

    /** The fragment itself, with what the value's parts come to. */
    private String direct(IEngineConfiguration templates, String fragment, @Nullable Object value) {
        Object plain = Shape.model(value, text -> text, part -> {
            StringBuilder place = new StringBuilder();
            put(templates, part, place);
            return place.toString();
        });
        return Alone.render(templates, fragment, plain);
    }

    /** @param traits of a shape */
    private record Key(String fragment, List<@Nullable Object> traits) {}
}
