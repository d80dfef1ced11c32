package hub.platform.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of what was found ended. In an address as {@code 3.1~1795424400000~library:sleep}. The score says how well the document fits
 * what was asked and depends on nothing else.
 */
record SearchPosition(float score, long date, String key) {
    private static final Pattern SHAPE =
            Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,9})?)~(-?[0-9]{1,15})~([a-z-]{1,30}:.{1,200})");

    static Optional<SearchPosition> of(String text) {
        Matcher position = SHAPE.matcher(text);
        return position.matches()
                ? Optional.of(new SearchPosition(
                        Float.parseFloat(position.group(1)), Long.parseLong(position.group(2)), position.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return score + "~" + date + "~" + key;
    }
}
