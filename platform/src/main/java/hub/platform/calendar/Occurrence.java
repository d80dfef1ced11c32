package hub.platform.calendar;

import java.time.LocalDate;

/**
 * One date of a {@link Series}.
 *
 * @param planned the day that the rule gave, by which it is known whatever becomes of it
 */
public record Occurrence(LocalDate planned, WallTime starts, State state) {

    /** What became of it. */
    public enum State {
        AS_PLANNED,
        MOVED,
        CANCELLED
    }
}
