package hub.platform.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** A right to do something alone, for a time, renewed while the work goes on. */
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
        return tryTake()
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(HeldByAnother::new))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
                        .filter(HeldByAnother.class::isInstance)
                        .doBeforeRetry(this::sayOnce))
                .then(whileRenewing(work));
    }

    /** Works if the lease can be had at once; else does nothing. */
    public Mono<Void> ifFree(Mono<Void> work) {
        return tryTake().filter(taken -> taken).flatMap(taken -> whileRenewing(work));
    }

    private void sayOnce(Retry.RetrySignal signal) {
        if (signal.totalRetries() == SAID_AFTER) {
            LOG.warn(
                    "Waiting for the lease {}: another process is at work, or was killed at it less than {} s ago",
                    name,
                    length.toSeconds());
        }
    }

    private Mono<Void> whileRenewing(Mono<Void> work) {
        Mono<Void> renewing =
                Flux.interval(length.dividedBy(3)).concatMap(tick -> tryTake()).then();
        return Mono.firstWithSignal(work, renewing)
                .then(Mono.defer(this::giveBack))
                .onErrorResume(failure -> giveBack().then(Mono.error(failure)));
    }

    private Mono<Boolean> tryTake() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Criteria freeOrOurs = where("_id")
                    .is(name)
                    .orOperator(where("until").lt(now), where("owner").is(owner));
            Update take = new Update().set("owner", owner).set("until", now.plus(length));
            return mongo.upsert(Query.query(freeOrOurs), take, Document.class, LEASES)
                    .thenReturn(true)
                    .onErrorReturn(DuplicateKeyException.class, false);
        });
    }

    private Mono<Void> giveBack() {
        return mongo.remove(Query.query(where("_id").is(name).and("owner").is(owner)), LEASES)
                .then();
    }

    private static final class HeldByAnother extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HeldByAnother() {
            super("lease held by another", null, false, false);
        }
    }
}
