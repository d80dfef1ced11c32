package hub.platform.mongo;

import com.mongodb.MongoException;
import java.time.Duration;
import org.springframework.dao.DuplicateKeyException;
import reactor.util.retry.Retry;

/** What to try again when two did the same at once. */
public final class Conflicts {
    private Conflicts() {}

    /** Transactions that MongoDB ended because another touched the same document. */
    public static Retry retry() {
        return Retry.backoff(40, Duration.ofMillis(5))
                .maxBackoff(Duration.ofMillis(300))
                .jitter(0.8)
                .filter(Conflicts::isTransient)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    /** Upserts by a unique key that both tried to insert: the second time round it finds the first. */
    public static Retry retryDuplicates() {
        return Retry.max(3).filter(DuplicateKeyException.class::isInstance);
    }

    private static boolean isTransient(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof MongoException mongo
                    && (mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                            || mongo.getCode() == 112)) {
                return true;
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return false;
    }
}
