package hub.forum.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person's visit, the one that goes on or the last one.
 *
 * @param id the account
 * @param since when the visit before this one ended; null during the first visit of all
 * @param seen the last thing the person did; up to a minute late
 * @param first when the person first came; for those who came before this was kept, the earliest that is known
 */
record Visit(String id, @Nullable Instant since, Instant seen, Instant first) {
    /** Who has not asked for a page for so long has gone; the next page begins a new visit. */
    static final Duration AWAY = Duration.ofMinutes(30);

    // Visits of before have no first.
    Visit {
        first = Objects.requireNonNullElse(first, Objects.requireNonNullElse(since, seen));
    }

    static Visit first(String account, Instant at) {
        return new Visit(account, null, at, at);
    }

    /** The visit that something the person does now belongs to: this one, or a new one after some time away. */
    Visit at(Instant moment) {
        if (moment.isAfter(seen.plus(AWAY))) {
            return new Visit(id, seen, moment, first);
        }
        return moment.isAfter(seen) ? new Visit(id, since, moment, first) : this;
    }
}
