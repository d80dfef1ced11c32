package hub.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says times as people in Britain do, in Europe/London. */
@Component
public class Times {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h.mma", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final Clock clock;

    public Times(Clock clock) {
        this.clock = clock;
    }

    public Moment say(Instant instant) {
        ZonedDateTime then = instant.atZone(LONDON);
        return new Moment(instant.toString(), said(then), FULL.format(then) + " at " + time(then));
    }

    /** The day alone: "3 May", with the year if it is another than this. */
    public String day(Instant instant) {
        return day(instant.atZone(LONDON).toLocalDate());
    }

    public String day(LocalDate date) {
        LocalDate today = LocalDate.now(clock.withZone(LONDON));
        return (date.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(date);
    }

    /** "Thursday 3 December, 10am" */
    public String appointment(Instant instant) {
        ZonedDateTime then = instant.atZone(LONDON);
        return WEEKDAY.format(then) + " " + DAY.format(then) + ", " + time(then);
    }

    public String time(Instant instant) {
        return time(instant.atZone(LONDON));
    }

    private String said(ZonedDateTime then) {
        ZonedDateTime now = clock.instant().atZone(LONDON);
        Duration ago = Duration.between(then, now);
        if (ago.isNegative()) {
            return DAY_AND_YEAR.format(then) + " at " + time(then);
        }
        if (ago.toMinutes() < 1) {
            return "just now";
        }
        if (ago.toMinutes() < 60) {
            return ago.toMinutes() == 1 ? "1 minute ago" : ago.toMinutes() + " minutes ago";
        }
        return dayAndTime(then, ChronoUnit.DAYS.between(then.toLocalDate(), now.toLocalDate()));
    }

    private String dayAndTime(ZonedDateTime then, long days) {
        if (days == 0) {
            return "today at " + time(then);
        }
        if (days == 1) {
            return "yesterday at " + time(then);
        }
        return days < 7 ? WEEKDAY.format(then) + " at " + time(then) : day(then.toLocalDate());
    }

    private static String time(ZonedDateTime then) {
        return CLOCK.format(then).toLowerCase(Locale.UK).replace(".00", "");
    }
}
