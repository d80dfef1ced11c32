package hub.platform.events;

import hub.platform.mongo.Ids;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that rise within a process, and by the clock among processes. */
final class EventId {
    private static final AtomicLong LAST = new AtomicLong();
    private static final int WIDTH = 11;

    private EventId() {}

    static String next(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        long number = LAST.updateAndGet(last -> Math.max(last + 1, micros));
        String digits = Long.toString(number, 36);
        return "0".repeat(Math.max(0, WIDTH - digits.length()))
                + digits
                + Ids.next().substring(0, 4);
    }
}
