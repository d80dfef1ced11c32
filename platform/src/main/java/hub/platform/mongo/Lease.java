package hub.platform.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * A right to do something alone, for a time, renewed while the work goes on. When it cannot be renewed any more, the work is cancelled and ends in
 * {@link LeaseLost} (as a signal).
 */
public final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final String LEASES = "leases";
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** Of pauses: a second, after which whoever looks on wants to know why nothing happens. */
    private static final int SAID_AFTER = 5;

    private final ReactiveMongoTemplate mongo;
    private final Clock clock;
    private final String name;
    private final String owner;
    private final Duration length;

    Lease(ReactiveMongoTemplate mongo, Clock clock, String name, String owner, Duration length) {
        this.mongo = mongo;
        this.clock = clock;
        this.name = name;
        this.owner = owner;
        this.length = length;
    }

    /** Waits until the lease is ours, works, gives it back. */
    public Mono<Void> whenHeld(Mono<Void> work) {
        return taking(Retry.fixedDelay(Long.MAX_VALUE, PAUSE).doBeforeRetry(this::sayOnce))
                .flatMap(until -> whileRenewing(work, until));
    }

    /**
     * As {@link #whenHeld}, for work without an end that one process does and the others stand by for; given back too when it is cancelled.
     *
     * @param pause between two looks whether it has become free
     */
    public Mono<Void> standingBy(Duration pause, Mono<Void> work) {
        return Mono.usingWhen(
                taking(Retry.fixedDelay(Long.MAX_VALUE, pause)),
                until -> whileRenewing(work, until),
                until -> Mono.empty(),
                (until, failure) -> Mono.empty(),
                until -> giveBack().onErrorComplete());
    }

    private Mono<Instant> taking(RetryBackoffSpec again) {
        return tryTake()
                .switchIfEmpty(Mono.error(HeldByAnother::new))
                .retryWhen(again.filter(HeldByAnother.class::isInstance));
    }

    private void sayOnce(Retry.RetrySignal signal) {
        if (signal.totalRetries() == SAID_AFTER) {
            LOG.warn(
                    "Waiting for the lease {}: another process is at work, or was killed at it less than {} s ago",
                    name,
                    length.toSeconds());
        }
    }

    private Mono<Void> whileRenewing(Mono<Void> work, Instant until) {
        return Mono.firstWithSignal(work, renewing(new AtomicReference<>(until)))
                .then(Mono.defer(this::giveBack))
                .onErrorResume(failure -> giveBack().onErrorComplete().then(Mono.error(failure)));
    }

    /** Ends only in an error. A renewal may fail, or not be answered, as long as the lease has not run out. */
    private Mono<Void> renewing(AtomicReference<Instant> until) {
        return Mono.delay(length.dividedBy(3))
                .then(Mono.defer(() -> tryTake().timeout(Duration.between(clock.instant(), until.get()))))
                .switchIfEmpty(Mono.error(() -> new LeaseLost(name, "another process has it")))
                .doOnNext(until::set)
                .onErrorResume(
                        failure -> !(failure instanceof LeaseLost),
                        failure -> clock.instant().isBefore(until.get())
                                ? Mono.empty()
                                : Mono.error(new LeaseLost(name, "it could not be renewed: " + failure)))
                .repeat()
                .then();
    }

    /** Until when it is ours; empty if another has it. */
    private Mono<Instant> tryTake() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Instant until = now.plus(length);
            Criteria freeOrOurs = where("_id")
                    .is(name)
                    .orOperator(where("until").lt(now), where("owner").is(owner));
            Update take = new Update().set("owner", owner).set("until", until);
            return mongo.upsert(Query.query(freeOrOurs), take, Document.class, LEASES)
                    .thenReturn(until)
                    .onErrorResume(DuplicateKeyException.class, held -> Mono.empty());
        });
    }

    private Mono<Void> giveBack() {
        return mongo.remove(Query.query(where("_id").is(name).and("owner").is(owner)), LEASES)
                .then();
    }

    private static final class HeldByAnother extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HeldByAnother() {
            super("The lease is held by another process", null, false, false);
        }
    }
}
