package hub.mongod;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * How much memory mongod takes for itself: a sixteenth of what there is, at least the 0.25 GB below which it does not go and at most 1 GB. Its own
 * default is half of all memory, on a machine where a browser and an office run beside it.
 */
final class CacheSize {
    private static final double GIBIBYTE = 1L << 30;
    private static final double LEAST = 0.25;
    private static final double MOST = 1;
    private static final double SHARE = 1 / 16.0;

    private CacheSize() {}

    /** In GB, as the option {@code --wiredTigerCacheSizeGB} wants it. */
    static String here() {
        // In a container, what the container may have.
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? of(machine.getTotalMemorySize())
                : of(0);
    }

    static String of(long memory) {
        double share = Math.clamp(memory / GIBIBYTE * SHARE, LEAST, MOST);
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
