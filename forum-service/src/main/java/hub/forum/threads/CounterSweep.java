package hub.forum.threads;

import hub.platform.mongo.Lease;
import hub.platform.mongo.Leases;
import hub.platform.mongo.MongoAway;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts counters right that a process left wrong when it ended between two steps. Runs at start and each minute, in one process at a time. */
@Component
class CounterSweep {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int MOST_POSTS_A_RUN = 5_000;

    private final CounterStore counters;
    private final Lease lease;
    private final Clock clock;

    CounterSweep(CounterStore counters, Leases leases, Clock clock) {
        this.counters = counters;
        this.lease = leases.named("threads-counters", Duration.ofSeconds(30));
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 2_000)
    Mono<Void> sweep() {
        // The next minute's run does what this one could not.
        return lease.ifFree(run(clock.instant().minus(GRACE))).onErrorComplete(MongoAway::explains);
    }

    /** Recounts the threads of posts that have been uncounted since before the moment. */
    Mono<Void> run(java.time.Instant before) {
        return counters.threadsLeftBehind(before, MOST_POSTS_A_RUN)
                .concatMap(counters::recount)
                .then();
    }
}
