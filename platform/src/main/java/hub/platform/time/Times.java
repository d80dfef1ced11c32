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
import org.jspecify.annotations.Nullable;
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

    private static final String AT = " at ";
    private static final int SLOT_BITS = 13;

    /** The golden ratio of 32 bits: people write at any time, but imports at full minutes. */
    private static final int SPREAD = 0x9E3779B9;

    private final Clock clock;
    private volatile @Nullable Today today;
    /** Pages say the same times again and again. One slot for all that fall into it; written and read without a lock, as what stands there is immutable. */
    private final @Nullable Words[] known = new Words[1 << SLOT_BITS];

    public Times(Clock clock) {
        this.clock = clock;
    }

    public Moment say(Instant instant) {
        Words words = words(instant);
        return new Moment(words.iso, said(instant, words), words.exact);
    }

    private Words words(Instant instant) {
        int slot = instant.hashCode() * SPREAD >>> Integer.SIZE - SLOT_BITS;
        Words words = known[slot];
        if (words == null || !words.instant.equals(instant)) {
            words = Words.of(instant);
            known[slot] = words;
        }
        return words;
    }

    /** What can be said of a point in time whenever it is said. */
    private record Words(
            Instant instant,
            String iso,
            String exact,
            LocalDate date,
            String time,
            String weekday,
            String day,
            String dayAndYear) {
        static Words of(Instant instant) {
            ZonedDateTime then = instant.atZone(LONDON);
            String time = Times.time(then);
            return new Words(
                    instant,
                    instant.toString(),
                    FULL.format(then) + AT + time,
                    then.toLocalDate(),
                    time,
                    WEEKDAY.format(then),
                    DAY.format(then),
                    DAY_AND_YEAR.format(then));
        }
    }

    /** The day alone: "3 May", with the year if it is another than this. */
    public String day(Instant instant) {
        return day(instant.atZone(LONDON).toLocalDate());
    }

    public String day(LocalDate date) {
        LocalDate today = today(clock.instant());
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

    private String said(Instant then, Words words) {
        Instant now = clock.instant();
        Duration ago = Duration.between(then, now);
        if (ago.isNegative()) {
            return words.dayAndYear + AT + words.time;
        }
        if (ago.toMinutes() < 1) {
            return "just now";
        }
        if (ago.toMinutes() < 60) {
            return ago.toMinutes() == 1 ? "1 minute ago" : ago.toMinutes() + " minutes ago";
        }
        return onItsDay(words, today(now));
    }

    private LocalDate today(Instant now) {
        Today last = today;
        if (last == null || now.isBefore(last.begins) || !now.isBefore(last.ends)) {
            last = Today.of(now);
            today = last;
        }
        return last.date;
    }

    /** The day in London that has been worked out last: it is asked for at each time that is said. */
    private record Today(LocalDate date, Instant begins, Instant ends) {
        static Today of(Instant now) {
            LocalDate date = LocalDate.ofInstant(now, LONDON);
            return new Today(
                    date,
                    date.atStartOfDay(LONDON).toInstant(),
                    date.plusDays(1).atStartOfDay(LONDON).toInstant());
        }
    }

    private static String onItsDay(Words words, LocalDate today) {
        long days = ChronoUnit.DAYS.between(words.date, today);
        if (days == 0) {
            return "today" + AT + words.time;
        }
        if (days == 1) {
            return "yesterday" + AT + words.time;
        }
        if (days < 7) {
            return words.weekday + AT + words.time;
        }
        return words.date.getYear() == today.getYear() ? words.day : words.dayAndYear;
    }

    private static String time(ZonedDateTime then) {
        return CLOCK.format(then).toLowerCase(Locale.UK).replace(".00", "");
    }
}
