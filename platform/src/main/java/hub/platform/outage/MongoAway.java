package hub.platform.outage;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;

/** MongoDB does not answer: it is down, stopped, cut off, or choosing a new primary. Nothing that the request asked for can be relied on. */
public final class MongoAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MongoAway() {
        super("MongoDB does not answer", null, false, false);
    }

    /** Whether this is why something failed, whichever layer says so. */
    public static boolean explains(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (isAway(cause)) {
                return true;
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return false;
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof MongoAway
                || cause instanceof MongoTimeoutException
                || cause instanceof MongoSocketException
                || cause instanceof MongoNotPrimaryException
                || cause instanceof MongoNodeIsRecoveringException
                || cause instanceof MongoServerUnavailableException
                || cause instanceof MongoConnectionPoolClearedException
                || cause instanceof DataAccessResourceFailureException;
    }
}
