package hub.forum.constellations.sleepovers;

import hub.platform.identity.Account;
import hub.platform.mongo.Ids;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Puts sleepovers into the hub. */
@TestFixture
public class SleepoverMaker {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final SleepoverStore store;

    SleepoverMaker(SleepoverStore store) {
        this.store = store;
    }

    /** One that somebody asked for, in ten days, and that has reached somebody. */
    public Sleepover waiting(String group, Account asks, Account reached, String socialWorker) {
        return put(asked(group, asks, reached, socialWorker));
    }

    /** One that is going on, agreed by whom it reached. */
    public Sleepover goingOn(String group, Account asks, Account reached) {
        Instant now = Instant.now();
        Ask ask = ask(now.minus(Duration.ofHours(3)), "");
        return put(Sleepover.asked(Ids.next(), group, asks.id(), ask, now.minus(Duration.ofDays(2)))
                .reaching(List.of(reached.id()))
                .accept(reached.id(), now.minus(Duration.ofDays(1))));
    }

    private static Sleepover asked(String group, Account asks, Account reached, String socialWorker) {
        Instant now = Instant.now();
        return Sleepover.asked(Ids.next(), group, asks.id(), ask(now.plus(Duration.ofDays(10)), socialWorker), now)
                .reaching(List.of(reached.id()));
    }

    private static Ask ask(Instant from, String socialWorker) {
        Instant start = from.truncatedTo(ChronoUnit.HOURS);
        return new Ask(
                false,
                true,
                start,
                start.plus(Duration.ofHours(18)),
                1,
                Set.of(Ask.AgeBand.FIVE_TO_TEN),
                Set.of(Ask.Need.STEP_FREE),
                socialWorker);
    }

    private Sleepover put(Sleepover sleepover) {
        return Objects.requireNonNull(store.insert(sleepover).block(SHORT));
    }
}
