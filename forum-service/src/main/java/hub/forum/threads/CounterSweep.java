package hub.forum.threads;

import hub.platform.mongo.Lease;
import hub.platform.mongo.Leases;
import hub.platform.mongo.MongoAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts counters right that a process left wrong when it ended between two steps. Runs at start and each minute, in one process at a time. */
@Component
class CounterSweep {
    private static final int MOST_THREADS_A_RUN = 5_000;

    private final CounterStore counters;
    private final Lease lease;
    private final Clock clock;

    CounterSweep(CounterStore counters, Leases leases, Clock clock) {
        this.counters = counters;
        this.lease = leases.named("threads-counters", Duration.ofSeconds(30));
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${hearth.threads.sweep:60s}", initialDelayString = "2s")
    Mono<Void> sweep() {
        // The method is called once and its result subscribed to each minute: the moment must be taken then. What one
        // run could not do, the next does.
        return Mono.defer(() -> lease.ifFree(run(clock.instant().minus(CounterStore.GRACE))))
                .onErrorComplete(MongoAway::explains);
    }

    /** Recounts the threads that have had a post pending since before the moment. */
    Mono<Void> run(Instant before) {
        return counters.threadsLeftBehind(before, MOST_THREADS_A_RUN)
                .concatMap(thread -> counters.recount(thread, before))
                .then();
    }

    /** What it cannot do while MongoDB is away, it does the next time; of a process that ends, the sweep does it. */
    @Scheduled(fixedDelay = 2_000)
    Mono<Void> clearNotes() {
        return counters.clearNotes().onErrorComplete(MongoAway::explains);
    }
}
