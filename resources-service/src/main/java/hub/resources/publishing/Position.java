package hub.resources.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of a list ended: a time, and the id that breaks ties. In an address as {@code 1795424400000-0123456789ab}. */
public record Position(Instant at, String id) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,15})-([0-9a-z]{12})");

    public static Optional<Position> of(String text) {
        Matcher position = SHAPE.matcher(text);
        return position.matches()
                ? Optional.of(new Position(Instant.ofEpochMilli(Long.parseLong(position.group(1))), position.group(2)))
                : Optional.empty();
    }

    /** Before all of a moment. */
    public static Position before(Instant moment) {
        return new Position(moment, "0".repeat(12));
    }

    @Override
    public String toString() {
        return at.toEpochMilli() + "-" + id;
    }
}
