package hub.forum.visits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's visit, the one that goes on or the last one.
 *
 * @param id the account
 * @param since when the visit before this one ended; null during the first visit of all
 * @param seen the last thing the person did; up to a minute late
 */
record Visit(String id, @Nullable Instant since, Instant seen) {
    /** Who has not asked for a page for so long has gone; the next page begins a new visit. */
    static final Duration AWAY = Duration.ofMinutes(30);

    static Visit first(String account, Instant at) {
        return new Visit(account, null, at);
    }

    /** The visit that something the person does now belongs to: this one, or a new one after some time away. */
    Visit at(Instant moment) {
        if (moment.isAfter(seen.plus(AWAY))) {
            return new Visit(id, seen, moment);
        }
        return moment.isAfter(seen) ? new Visit(id, since, moment) : this;
    }
}
