package hub.resources.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a second person was asked to look at a text, and what came of it.
 *
 * @param open whether it is still to be done
 * @param by who has done it; null while nobody has
 * @param words to the writer, if it was sent back; null if it was approved
 */
public record Review(
        String askedBy,
        Instant askedAt,
        boolean open,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String words) {
    /** Of what is said to the writer, in code points. */
    public static final int LONGEST_WORDS = 1_000;

    static Review asked(String by, Instant at) {
        return new Review(by, at, true, null, null, null);
    }

    Review approved(String reviewer, Instant now) {
        return new Review(askedBy, askedAt, false, reviewer, now, null);
    }

    Review sentBack(String said, String reviewer, Instant now) {
        return new Review(askedBy, askedAt, false, reviewer, now, said);
    }
}
