package hub.forum.demo;

import hub.platform.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When something in the demo happened. The files are written as if the first start were at 8 in the evening: what is a day old or older keeps
 * its hour ("It is gone ten"), what is fresh stays fresh, and the order never changes.
 */
final class DemoTimes {
    private static final LocalTime AS_WRITTEN = LocalTime.of(20, 0);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private DemoTimes() {}

    static Instant at(Duration ago, Instant firstStart) {
        double share = Math.min(1.0, (double) ago.toMillis() / DAY.toMillis());
        long shift = Math.round(toTheHour(firstStart).toMillis() * share);
        return firstStart.minus(ago).plusMillis(shift);
    }

    /** To the nearest 8 in the evening, at most half a day either way. */
    private static Duration toTheHour(Instant firstStart) {
        ZonedDateTime start = firstStart.atZone(Times.LONDON);
        Duration toToday = Duration.between(start, start.with(AS_WRITTEN));
        return toToday.compareTo(HALF_A_DAY) > 0 ? toToday.minus(DAY) : toToday;
    }
}
