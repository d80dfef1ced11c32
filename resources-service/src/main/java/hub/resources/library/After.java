package hub.resources.library;

import java.util.Optional;

/** Where a page of a list ended: the last one's sort key, a title or a date, and its slug. In an address as {@code key~slug}. */
public record After(String key, String slug) {
    private static final int LONGEST = 300;

    public static Optional<After> of(String text) {
        int tilde = text.lastIndexOf('~');
        return tilde < 0 || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new After(text.substring(0, tilde), text.substring(tilde + 1)));
    }

    @Override
    public String toString() {
        return key + "~" + slug;
    }
}
