package hub.platform.demo;

import hub.platform.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something in the demo happened or will. The files are written as if the first start were at 8 in the evening: what is a day old or older keeps
 * its hour ("It is gone ten"), what is fresh stays fresh, and the order never changes.
 */
public record DemoClock(Instant firstStart) {
    private static final LocalTime AS_WRITTEN = LocalTime.of(20, 0);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Pattern AGO = Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?");

    /** So long before the first start, as the files count it. */
    public Instant ago(Duration ago) {
        double share = Math.min(1.0, (double) ago.toMillis() / DAY.toMillis());
        long shift = Math.round(toTheHour().toMillis() * share);
        return firstStart.minus(ago).plusMillis(shift);
    }

    /** @param ago such as {@code 2d14h30m} */
    public Instant ago(String ago) {
        Matcher parts = AGO.matcher(ago.strip());
        if (ago.isBlank() || !parts.matches()) {
            throw new IllegalArgumentException("not a time such as 2d14h30m: " + ago);
        }
        return ago(Duration.ofDays(number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3))));
    }

    /** The day of the first start, in England. */
    public LocalDate today() {
        return firstStart.atZone(Times.LONDON).toLocalDate();
    }

    /** To the nearest 8 in the evening, at most half a day either way. */
    private Duration toTheHour() {
        ZonedDateTime start = firstStart.atZone(Times.LONDON);
        Duration toToday = Duration.between(start, start.with(AS_WRITTEN));
        return toToday.compareTo(HALF_A_DAY) > 0 ? toToday.minus(DAY) : toToday;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
