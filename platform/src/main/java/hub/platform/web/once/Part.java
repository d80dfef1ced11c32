package hub.platform.web.once;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page: most often a fragment, such as {@code parts/threads :: line}, and what it shows. In a value for another fragment it stands for its
 * own HTML, for {@code th:utext}; there it is null if it comes to nothing.
 */
public sealed interface Part {

    boolean isEmpty();

    /** One value, filled in. */
    static Part filled(String fragment, Object value) {
        return new Filled(fragment, List.of(value));
    }

    /** Each of some values, filled in, one after the other. */
    static Part each(String fragment, List<?> values) {
        return new Filled(fragment, values);
    }

    /** HTML as it is, sanitised before. */
    static Part html(String html) {
        return new Written(html);
    }

    /** One value, rendered once for all that are equal to it. */
    static Part once(String fragment, Object value) {
        return new Once(fragment, value);
    }

    /** What another comes to, remembered from the first time it is put into a page: for one that is remembered itself. */
    static Part lasting(Part part) {
        return new Lasting(part);
    }

    /** Finished. */
    record Written(String html) implements Part {
        @Override
        public boolean isEmpty() {
            return html.isEmpty();
        }
    }

    /** Rendered once for all values of a shape, which are those that differ in their texts alone. */
    record Filled(String fragment, List<?> values) implements Part {
        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }
    }

    /** @param value with {@code equals} over all that the fragment shows */
    record Once(String fragment, Object value) implements Part {
        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** It comes to the same each time, so it does not matter which of two pages that are written at once was first. */
    final class Lasting implements Part {
        private final Part part;
        private volatile @Nullable String html;

        private Lasting(Part part) {
            this.part = part;
        }

        @Override
        public boolean isEmpty() {
            return part.isEmpty();
        }

        /** @param put puts a part into a page */
        void put(StringBuilder place, BiConsumer<Part, StringBuilder> put) {
            String known = html;
            if (known == null) {
                int from = place.length();
                put.accept(part, place);
                html = place.substring(from);
            } else {
                place.append(known);
            }
        }
    }
}
