package hub.forum.groups.web;

import org.jspecify.annotations.Nullable;

/** What came with a form. A field that did not come at all counts as left empty. */
final class Typed {
    private Typed() {}

    static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** -1 if it is no number. */
    static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
