package hub.forum.threads;

import hub.platform.mongo.Lease;
import hub.platform.mongo.Leases;
import hub.platform.mongo.MongoAway;
import hub.platform.mongo.Primaries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts counters right that were left wrong: by a fault in this process, or by a process that ended between two steps. */
@Component
class CounterSweep {
    private static final int MOST_THREADS_A_RUN = 5_000;

    private final CounterStore counters;
    private final WriterStore writers;
    private final Lease lease;
    private final Primaries primaries;
    private final Clock clock;
    private volatile int changesSeen;
    private volatile Instant allWell;

    CounterSweep(CounterStore counters, WriterStore writers, Leases leases, Primaries primaries, Clock clock) {
        this.counters = counters;
        this.writers = writers;
        this.lease = leases.named("threads-counters", Duration.ofSeconds(30));
        this.primaries = primaries;
        this.clock = clock;
        this.changesSeen = primaries.changes();
        this.allWell = clock.instant();
    }

    /** What other processes left behind, in one process at a time. */
    @Scheduled(fixedDelayString = "${hearth.threads.sweep:10s}", initialDelayString = "2s")
    Mono<Void> sweep() {
        // The method is called once and its result subscribed to each time: the moment must be taken then. What one
        // run could not do, the next does.
        return Mono.defer(() -> sweep(clock.instant().minus(WriterStore.GRACE))).onErrorComplete(MongoAway::explains);
    }

    /** Nearly always there is nothing, and looking is cheaper than the lease. */
    private Mono<Void> sweep(Instant before) {
        return counters.threadsWithNotes(before, 1)
                .map(left -> true)
                .concatWith(writers.ended(before).map(left -> true))
                .next()
                .flatMap(something -> lease.ifFree(run(before)));
    }

    /** @param before when whoever has said nothing since is taken to have ended */
    Mono<Void> run(Instant before) {
        return counters.threadsWithNotes(before, MOST_THREADS_A_RUN)
                .concatMap(thread -> counters.recount(thread, before))
                .thenMany(writers.ended(before))
                .concatMap(writer -> countAfter(writer, before))
                .then();
    }

    private Mono<Void> countAfter(WriterStore.Writer writer, Instant before) {
        return countSince(writer.since(), before).then(writers.forget(writer));
    }

    /** What of this process took too long, and a sign of life. */
    @Scheduled(fixedDelay = 2_000)
    Mono<Void> own() {
        return Mono.defer(() -> Flux.fromIterable(writers.late())
                        .concatMap(late -> counters.recount(late.thread(), Instant.MIN)
                                .doOnSuccess(done -> writers.recounted(late)))
                        .then(countAfterChangeOfPrimary())
                        .then(writers.beat()))
                .onErrorComplete(MongoAway::explains);
    }

    /** Counting does not wait for the majority, so a new primary may not know of it. It knows the posts, which do wait. */
    private Mono<Void> countAfterChangeOfPrimary() {
        return Mono.defer(() -> {
            int changes = primaries.changes();
            Instant now = clock.instant();
            Instant since = allWell.minus(WriterStore.GRACE);
            return (changes == changesSeen ? Mono.<Void>empty() : countSince(since, Instant.MIN)).doOnSuccess(done -> {
                changesSeen = changes;
                allWell = now;
            });
        });
    }

    private Mono<Void> countSince(Instant since, Instant deadBefore) {
        return writers.threadsWrittenSince(since)
                .concatMap(thread -> counters.recount(thread, deadBefore))
                .then();
    }
}
