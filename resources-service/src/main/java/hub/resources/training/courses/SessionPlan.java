package hub.resources.training.courses;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When, where and for how many a course is held.
 *
 * @param days 1 to 3, in order, none of them reaching into the next
 * @param venue where, in a line; empty if it is online alone
 * @param stepFree how one gets in, in words; may be empty
 * @param children about child care, in words; may be empty
 * @param travel how to claim for travel, in words or as an address; may be empty
 * @param link where it is held online: for those who have a place, from a day before; may be empty
 * @param trainer name of who leads it; may be empty
 * @param trainerAccount of the trainer, who keeps the register; null if they have none here
 * @param capacity 1 to 500 people
 * @param closes until when carers can book, at the latest the start
 */
public record SessionPlan(
        List<Day> days,
        String venue,
        String stepFree,
        String children,
        String travel,
        String link,
        String trainer,
        @Nullable String trainerAccount,
        int capacity,
        Instant closes) {
    public static final int MOST_DAYS = 3;
    public static final int MOST_PLACES = 500;
    public static final int LONGEST_LINE = 300;

    public SessionPlan {
        days = List.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A session without a day");
        }
    }

    public Instant starts() {
        return days.getFirst().starts();
    }

    public Instant ends() {
        return days.getLast().ends();
    }

    /** One day of it. */
    public record Day(Instant starts, Instant ends) {}
}
