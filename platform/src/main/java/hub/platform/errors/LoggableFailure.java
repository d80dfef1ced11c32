package hub.platform.errors;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it may stand in the log: what it was and where, with its causes. Not what Reactor hangs on it, which is the address as it was asked for,
 * with the titles in it.
 */
final class LoggableFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LoggableFailure(Throwable failure, @Nullable Throwable cause) {
        super(failure.toString(), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    static Throwable of(Throwable failure) {
        Throwable cause = failure.getCause();
        return new LoggableFailure(failure, cause == null ? null : of(cause));
    }
}
