package hub.platform.memory;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which keys were asked for lately, in 16 kB: each place holds the last key that fell there. Two keys may be taken for each other; then one is remembered
 * early, no more.
 */
final class AskedLately {
    private static final int PLACES = 4_096;

    private final AtomicIntegerArray last = new AtomicIntegerArray(PLACES);

    /** Whether the key was asked for before, and nothing else in its place since. */
    boolean again(Object key) {
        int spread = key.hashCode() * 0x9E3779B9;
        return last.getAndSet(spread >>> 20, spread) == spread;
    }
}
