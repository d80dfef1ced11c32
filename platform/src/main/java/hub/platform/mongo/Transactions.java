package hub.platform.mongo;

import com.mongodb.MongoException;
import hub.platform.cache.DocumentCaches;
import hub.platform.cache.TransactionChanges;
import hub.platform.outage.StillBusy;
import java.time.Duration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.ReactiveMongoTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** All or nothing: steps that MongoDB carries out as one. */
@Component
public class Transactions {
    private static final int WRITE_CONFLICT = 112;

    private final TransactionalOperator operator;
    private final DocumentCaches caches;

    Transactions(ReactiveMongoDatabaseFactory databases, DocumentCaches caches) {
        this.operator = TransactionalOperator.create(new ReactiveMongoTransactionManager(databases));
        this.caches = caches;
    }

    /**
     * Runs steps in a transaction, and anew when another one changed the same document meanwhile; so they must be fit to be subscribed to again,
     * and one after the other, as a transaction takes no two commands at once. Within a transaction that has begun they are part of that.
     *
     * @throws StillBusy (as a signal) if others changed it for some ten seconds
     */
    public <T> Mono<T> run(Mono<T> steps) {
        return Mono.deferContextual(context -> TransactionChanges.areCollectedIn(context)
                ? steps
                : Mono.defer(() -> once(steps)).retryWhen(afterConflicts()));
    }

    /** The caches hear of the changes before the caller hears of the end, whatever it was: a commit without an answer may have been one. */
    private <T> Mono<T> once(Mono<T> steps) {
        TransactionChanges changes = new TransactionChanges();
        return operator.transactional(steps)
                .contextWrite(changes::collectIn)
                .doOnTerminate(() -> caches.ended(changes))
                .doOnCancel(() -> caches.ended(changes));
    }

    /** MongoDB ends one of two transactions that touch the same document. */
    private static Retry afterConflicts() {
        return Retry.backoff(40, Duration.ofMillis(5))
                .maxBackoff(Duration.ofMillis(300))
                .jitter(0.8)
                .filter(Transactions::isTransient)
                .onRetryExhaustedThrow((spec, signal) -> new StillBusy(signal.failure()));
    }

    private static boolean isTransient(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof MongoException mongo
                    && (mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                            || mongo.getCode() == WRITE_CONFLICT)) {
                return true;
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return false;
    }
}
