package hub.platform.web.once;

import java.util.List;

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
}
