package hub.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not for a time. */
final class Awaiting {
    private static final long PAUSE = Duration.ofMillis(10).toNanos();

    private Awaiting() {}

    static boolean isTrueWithin(Duration patience, BooleanSupplier condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }

    /** How long it took until the condition was true. */
    static Duration until(BooleanSupplier condition, Duration patience) {
        long began = System.nanoTime();
        if (!isTrueWithin(patience, condition)) {
            throw new AssertionError("Not true within " + patience);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
