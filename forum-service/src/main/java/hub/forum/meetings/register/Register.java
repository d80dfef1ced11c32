package hub.forum.meetings.register;

import java.time.Instant;
import java.util.Set;

/**
 * Who came to a meeting.
 *
 * @param id of the meeting
 * @param starts of the meeting
 * @param came accounts
 * @param others how many more came: walk-ins, guests, children; 0 to 500
 * @param note to 500 characters, nothing about a child; may be empty
 */
public record Register(
        String id,
        String group,
        Instant starts,
        Set<String> came,
        int others,
        String note,
        String takenBy,
        Instant takenAt) {
    public static final int MOST_OTHERS = 500;

    public Register {
        came = Set.copyOf(came);
    }

    public int people() {
        return came.size() + others;
    }
}
