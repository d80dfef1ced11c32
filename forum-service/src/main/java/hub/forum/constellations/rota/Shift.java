package hub.forum.constellations.rota;

import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Hours in which one person answers. Wall time in London: 8pm to 8am lasts 11 hours on the night when the clocks go forward, and 13 when they go back.
 *
 * @param key by which it is known in its rota: of a turn and a date, or its own
 * @param until after the start
 * @param account who answers; null while nobody does
 */
public record Shift(
        String key,
        LocalDateTime from,
        LocalDateTime until,
        @Nullable String account) {

    public Shift {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("A shift must end after it starts: " + from + " to " + until);
        }
    }

    Shift by(@Nullable String other) {
        return new Shift(key, from, until, other);
    }

    public boolean isOf(@Nullable String who) {
        return who != null && who.equals(account);
    }

    public boolean open() {
        return account == null;
    }

    public Instant starts() {
        return instant(from);
    }

    public Instant ends() {
        return instant(until);
    }

    /** What the clocks skip is an hour later, what comes twice is the first: so shifts that meet on the wall meet in time. */
    static Instant instant(LocalDateTime wall) {
        return wall.atZone(Times.LONDON).withEarlierOffsetAtOverlap().toInstant();
    }
}
