package hub.forum.constellations.sleepovers;

import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What is asked for. No words about a child: what there is to say is chosen from lists.
 *
 * @param emergency whether it cannot wait
 * @param nights whether it is over night; else it is by the hour, on one day, and takes no bed
 * @param from when they come
 * @param until when they go, after that
 * @param children 1 to {@value #MOST_CHILDREN}
 * @param socialWorker who agreed to it; empty if it is in the plan already
 */
public record Ask(
        boolean emergency,
        boolean nights,
        Instant from,
        Instant until,
        int children,
        Set<AgeBand> ages,
        Set<Need> needs,
        String socialWorker) {
    public static final int MOST_CHILDREN = 6;
    public static final int MOST_NIGHTS = 14;

    public Ask {
        ages = Set.copyOf(ages);
        needs = Set.copyOf(needs);
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("It must end after it begins: " + from + " to " + until);
        }
    }

    /** How old, roughly: what beds and people depend on. */
    public enum AgeBand implements Slug {
        UNDER_TWO,
        TWO_TO_FOUR,
        FIVE_TO_TEN,
        ELEVEN_TO_FIFTEEN,
        SIXTEEN_AND_OVER
    }

    /** What the house must have. */
    public enum Need implements Slug {
        STEP_FREE,
        GROUND_FLOOR_BED,
        ROOM_OF_THEIR_OWN,
        COT,
        QUIET_PLACE,
        HEARING,
        SIGHT
    }

    /** The nights that a bed is needed for, each by the day on which it begins; none by the hour. */
    public List<LocalDate> beds() {
        return nights
                ? LocalDate.ofInstant(from, Times.LONDON)
                        .datesUntil(LocalDate.ofInstant(until, Times.LONDON))
                        .toList()
                : List.of();
    }
}
