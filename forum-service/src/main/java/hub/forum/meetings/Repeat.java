package hub.forum.meetings;

import hub.platform.calendar.CalendarRefusal;
import hub.platform.calendar.Occurrence;
import hub.platform.calendar.Recurrence;
import hub.platform.calendar.Series;
import hub.platform.calendar.ShortMonths;
import hub.platform.calendar.WallTime;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a meeting repeats, as counted from its own day.
 *
 * @param until the last day that may be one
 * @param without months in which there is none
 * @param extra days beside the rule, after the meeting's own
 * @param shortMonths what becomes of the 31st, and of the fifth weekday, in months that have none; null if nothing was said
 */
public record Repeat(
        Pattern pattern,
        LocalDate until,
        Set<Month> without,
        Set<LocalDate> extra,
        @Nullable ShortMonths shortMonths) {

    /** Dates that one rule makes: more than a year of weeks. */
    public static final int MOST = 60;

    private static final int DAYS_OF_A_WEEK = 7;

    public Repeat {
        without = Set.copyOf(without);
        extra = Set.copyOf(extra);
    }

    /** The rules that people use. */
    public enum Pattern implements Slug {
        WEEKLY,
        FORTNIGHTLY,
        /** On the third Wednesday, if the meeting is on one. */
        MONTHLY_ON_WEEKDAY,
        MONTHLY_ON_LAST_WEEKDAY,
        /** On the 16th, if the meeting is on one. */
        MONTHLY_ON_DATE;

        /** Whether it can be said of a day: only one in the last week of its month is the last of its weekday. */
        public boolean fits(LocalDate day) {
            return this != MONTHLY_ON_LAST_WEEKDAY
                    || day.plusDays(DAYS_OF_A_WEEK).getMonth() != day.getMonth();
        }
    }

    /** Which weekday of its month a day is: 1 to 5. */
    public static int which(LocalDate day) {
        return (day.getDayOfMonth() - 1) / DAYS_OF_A_WEEK + 1;
    }

    /**
     * The dates that follow a first one.
     *
     * @throws Rejected if there is none, or too many; if the clocks go forward over one; or if not all months have such a day and nothing was said about those
     */
    public List<WallTime> after(WallTime first) {
        Set<LocalDate> later =
                extra.stream().filter(day -> day.isAfter(first.date())).collect(Collectors.toSet());
        List<WallTime> dates = Series.of(first.date(), first.time(), rule(first.date()))
                .without(without)
                .until(until)
                .withExtra(later)
                .dates(MOST + 2)
                .stream()
                .filter(date -> date.planned().isAfter(first.date()))
                .map(Occurrence::starts)
                .toList();
        if (dates.isEmpty()) {
            throw new Rejected(CalendarRefusal.NO_DATES);
        }
        if (dates.size() > MOST) {
            throw new Rejected(MeetingRefusal.TOO_MANY_DATES, MOST);
        }
        return dates;
    }

    private Recurrence rule(LocalDate day) {
        return switch (pattern) {
            case WEEKLY -> new Recurrence.Weekly(1, Set.of(day.getDayOfWeek()));
            case FORTNIGHTLY -> new Recurrence.Weekly(2, Set.of(day.getDayOfWeek()));
            case MONTHLY_ON_WEEKDAY -> new Recurrence.MonthlyOnWeekday(1, which(day), day.getDayOfWeek(), shortMonths);
            case MONTHLY_ON_LAST_WEEKDAY -> new Recurrence.MonthlyOnWeekday(1, -1, day.getDayOfWeek(), null);
            case MONTHLY_ON_DATE -> new Recurrence.MonthlyOnDate(1, day.getDayOfMonth(), shortMonths);
        };
    }
}
