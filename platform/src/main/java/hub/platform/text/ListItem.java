package hub.platform.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that may be an item of a list: {@code - bread}, {@code 3. butter}. A year is no number of a list, and a line of dashes or stars is none.
 *
 * @param indent columns before it; a tab is four
 * @param marker the sign, or the number with its point
 */
record ListItem(int indent, String marker, String words) {
    private static final Pattern ITEM = Pattern.compile("([ \\t]*+)([-*+]|[1-9]\\d{0,2}\\.)[ \\t]++(.+)");
    private static final int TAB = 4;

    static @Nullable ListItem of(String line) {
        Matcher item = ITEM.matcher(line);
        if (!item.matches() || item.group(3).codePoints().noneMatch(ListItem::isWord)) {
            return null;
        }
        int indent = item.group(1).replace("\t", " ".repeat(TAB)).length();
        return new ListItem(indent, item.group(2), item.group(3).strip());
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL;
    }

    boolean isNumbered() {
        return marker.endsWith(".");
    }

    /** Its number; 0 for a sign. */
    int number() {
        return isNumbered() ? Integer.parseInt(marker.substring(0, marker.length() - 1)) : 0;
    }

    /** Whether it goes on in the list of another: the same sign, or the next number. */
    boolean follows(ListItem before) {
        return isNumbered() ? before.isNumbered() && number() == before.number() + 1 : marker.equals(before.marker);
    }
}
