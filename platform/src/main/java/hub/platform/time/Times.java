package hub.platform.time;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says times as people in Britain do, in Europe/London. */
@Component
public class Times {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.UK))
            .toList();
    private static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.UK))
            .toList();

    private static final String AT = " at ";
    private static final int SLOT_BITS = 13;

    /** The golden ratio of 32 bits: people write at any time, but imports at full minutes. */
    private static final int SPREAD = 0x9E3779B9;

    private final Clock clock;
    private volatile @Nullable Today today;
    /**
     * Pages say the same times again and again. One slot for all that fall into it; written and read without a lock, as what stands there is immutable. It is
     * kept when it is asked for a second time: what is said once would live just long enough for the garbage collector to move it.
     */
    private final @Nullable Words[] known = new Words[1 << SLOT_BITS];

    private final int[] asked = new int[1 << SLOT_BITS];

    public Times(Clock clock) {
        this.clock = clock;
    }

    public Moment say(Instant instant) {
        Words words = words(instant);
        return new Moment(words.iso, said(instant, words), words.exact);
    }

    private Words words(Instant instant) {
        int spread = instant.hashCode() * SPREAD;
        int slot = spread >>> Integer.SIZE - SLOT_BITS;
        Words words = known[slot];
        if (words == null || !words.instant.equals(instant)) {
            words = Words.of(instant);
            if (asked[slot] == spread) {
                known[slot] = words;
            }
            asked[slot] = spread;
        }
        return words;
    }

    /** What can be said of a point in time whenever it is said. */
    private record Words(Instant instant, String iso, String exact, LocalDate date, String time) {
        static Words of(Instant instant) {
            LocalDateTime then = LocalDateTime.ofInstant(instant, LONDON);
            String time = Times.time(then.toLocalTime());
            LocalDate date = then.toLocalDate();
            return new Words(instant, Times.iso(instant), inFull(date) + AT + time, date, time);
        }
    }

    /** As {@link Instant#toString}, without its formatter, which asked for more memory than all else that is said here. */
    private static String iso(Instant instant) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC)
                + (instant.getEpochSecond() % 60 == 0 && instant.getNano() == 0 ? ":00Z" : "Z");
    }

    /** The day alone: "3 May", with the year if it is another than this. */
    public String day(Instant instant) {
        return day(instant.atZone(LONDON).toLocalDate());
    }

    public String day(LocalDate date) {
        LocalDate today = today(clock.instant());
        return inYearOf(today, date);
    }

    /** "Thursday 3 December, 10am" */
    public String appointment(Instant instant) {
        LocalDateTime then = LocalDateTime.ofInstant(instant, LONDON);
        LocalDate date = then.toLocalDate();
        return weekday(date) + " " + dayOfMonth(date) + ", " + time(then.toLocalTime());
    }

    public String time(Instant instant) {
        return time(LocalTime.ofInstant(instant, LONDON));
    }

    private String said(Instant then, Words words) {
        Instant now = clock.instant();
        Duration ago = Duration.between(then, now);
        if (ago.isNegative()) {
            return dayAndYear(words.date) + AT + words.time;
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
            return weekday(words.date) + AT + words.time;
        }
        return inYearOf(today, words.date);
    }

    /** "Wednesday 3 June 2026" */
    public static String inFull(LocalDate date) {
        return weekday(date) + " " + dayAndYear(date);
    }

    private static String weekday(LocalDate date) {
        return weekday(date.getDayOfWeek());
    }

    /** "Wednesday" */
    public static String weekday(DayOfWeek day) {
        return WEEKDAYS.get(day.ordinal());
    }

    private static String inYearOf(LocalDate today, LocalDate date) {
        return date.getYear() == today.getYear() ? dayOfMonth(date) : dayAndYear(date);
    }

    private static String dayOfMonth(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1);
    }

    private static String dayAndYear(LocalDate date) {
        return dayOfMonth(date) + " " + date.getYear();
    }

    /** "9.40pm", "10am" */
    public static String time(LocalTime then) {
        int hour = then.getHour() % 12 == 0 ? 12 : then.getHour() % 12;
        int minute = then.getMinute();
        String half = then.getHour() < 12 ? "am" : "pm";
        return minute == 0 ? hour + half : hour + (minute < 10 ? ".0" : ".") + minute + half;
    }
}
