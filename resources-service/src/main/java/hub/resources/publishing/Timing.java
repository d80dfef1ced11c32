package hub.resources.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something is to appear and to go, to the minute of London's clocks.
 *
 * @param from null for at once
 * @param until null for as long as nobody puts it away
 */
public record Timing(@Nullable Instant from, @Nullable Instant until) {
    public static final Timing NONE = new Timing(null, null);

    /** As it is for something that is brought back: an end that is over would take it away at once. */
    Timing comingBack(Instant now) {
        return new Timing(null, over(now) ? null : until);
    }

    /** Whether its end has come. */
    boolean over(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
