package hub.platform.guard;

import hub.platform.text.Slug;

/**
 * Words in a text that could tell who a child is.
 *
 * @param start of the first of them in the text, counted as {@link String#substring(int, int)} does
 * @param end behind the last of them
 */
public record Finding(int start, int end, Kind kind) {

    /** What the words are. The order is that of the help page. */
    public enum Kind implements Slug {
        NAME,
        AGE,
        SCHOOL,
        CLUB,
        ADDRESS,
        POSTCODE,
        PHONE,
        EMAIL,
        HANDLE,
        PLATE,
        NHS,
        CASE,
        COMBINATION
    }

    public String in(String text) {
        return text.substring(start, end);
    }

    boolean overlaps(Finding other) {
        return start < other.end && other.start < end;
    }
}
