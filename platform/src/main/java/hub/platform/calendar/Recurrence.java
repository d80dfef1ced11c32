package hub.platform.calendar;

import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a date repeats. As a rule of RFC 5545 ({@link #rule}) it is what calendars understand; our own expansion is {@link Series#dates}. */
public sealed interface Recurrence {
    int MOST_INTERVAL = 52;
    int LAST_THAT_ALL_MONTHS_HAVE = 28;
    int FIFTH = 5;

    /** FREQ and what belongs to it, without end and exceptions. */
    String rule();

    /**
     * @param interval every how many weeks, 1 to 52; 2 for each other week
     * @param days at least one
     */
    record Weekly(int interval, Set<DayOfWeek> days) implements Recurrence {
        public Weekly {
            interval = bounded(interval, 1, MOST_INTERVAL);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("A week without a day");
            }
            days = Set.copyOf(days);
        }

        @Override
        public String rule() {
            return "FREQ=WEEKLY;WKST=MO;INTERVAL=" + interval + ";BYDAY="
                    + EnumSet.copyOf(days).stream().map(Recurrence::code).collect(Collectors.joining(","));
        }
    }

    /**
     * On a day of the month.
     *
     * @param interval every how many months, 1 to 52
     * @param day 1 to 31
     * @param shortMonths null where all months have the day
     */
    record MonthlyOnDate(int interval, int day, @Nullable ShortMonths shortMonths) implements Recurrence {

        /** @throws Rejected {@link CalendarRefusal#SHORT_MONTHS} if not all months have the day and nothing is chosen for those */
        public MonthlyOnDate {
            interval = bounded(interval, 1, MOST_INTERVAL);
            day = bounded(day, 1, 31);
            if (day > LAST_THAT_ALL_MONTHS_HAVE && shortMonths == null) {
                throw new Rejected(CalendarRefusal.SHORT_MONTHS, day);
            }
        }

        @Override
        public String rule() {
            return "FREQ=MONTHLY;INTERVAL=" + interval + onDay(day, shortMonths);
        }
    }

    /**
     * On a weekday of the month: the third Wednesday.
     *
     * @param interval every how many months, 1 to 52
     * @param which 1 to 5; -1 for the last
     * @param shortMonths null but for the fifth
     */
    record MonthlyOnWeekday(
            int interval,
            int which,
            DayOfWeek day,
            @Nullable ShortMonths shortMonths) implements Recurrence {

        /** @throws Rejected {@link CalendarRefusal#FIFTH_WEEKDAY} for a fifth one if nothing is chosen for months with four */
        public MonthlyOnWeekday {
            interval = bounded(interval, 1, MOST_INTERVAL);
            which = which == -1 ? which : bounded(which, 1, FIFTH);
            if (which == FIFTH && shortMonths == null) {
                throw new Rejected(CalendarRefusal.FIFTH_WEEKDAY, Times.weekday(day));
            }
        }

        @Override
        public String rule() {
            int nth = which == FIFTH && shortMonths == ShortMonths.LAST ? -1 : which;
            return "FREQ=MONTHLY;INTERVAL=" + interval + ";BYDAY=" + nth + code(day);
        }
    }

    /**
     * On the same date each year.
     *
     * @param month 1 to 12
     * @param day 1 to 31, one that the month has in some year
     * @param shortMonths for 29 February; null for all others
     */
    record Yearly(int month, int day, @Nullable ShortMonths shortMonths) implements Recurrence {

        /** @throws Rejected {@link CalendarRefusal#SHORT_MONTHS} for 29 February if nothing is chosen for years without one */
        public Yearly {
            month = bounded(month, 1, 12);
            day = bounded(day, 1, Month.of(month).maxLength());
            if (month == 2 && day > LAST_THAT_ALL_MONTHS_HAVE && shortMonths == null) {
                throw new Rejected(CalendarRefusal.SHORT_MONTHS, day);
            }
        }

        @Override
        public String rule() {
            return "FREQ=YEARLY;BYMONTH=" + month + onDay(day, shortMonths);
        }
    }

    /** "MO" */
    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** The last of those days up to it that the month has, or that day alone. */
    private static String onDay(int day, @Nullable ShortMonths shortMonths) {
        return day > LAST_THAT_ALL_MONTHS_HAVE && shortMonths == ShortMonths.LAST
                ? ";BYMONTHDAY="
                        + IntStream.rangeClosed(LAST_THAT_ALL_MONTHS_HAVE, day)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(","))
                        + ";BYSETPOS=-1"
                : ";BYMONTHDAY=" + day;
    }

    private static int bounded(int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(number + " is not within " + least + " and " + most);
        }
        return number;
    }
}
