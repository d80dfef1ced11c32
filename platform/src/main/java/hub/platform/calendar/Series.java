package hub.platform.calendar;

import hub.platform.refusals.Rejected;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Dates that repeat, in Europe/London, and what became of single ones. It is expanded when it is made: what is stored, changed and replied to is dates.
 *
 * @param from the first day that may be one
 * @param time of each date that was not moved
 * @param without months in which nothing takes place
 * @param until the last day that may be one; null for no end but that of {@link #dates}
 * @param extra days beside the rule
 * @param moved single dates, by the day that was planned: a moved date stays moved
 * @param cancelled single dates, by the day that was planned
 */
public record Series(
        LocalDate from,
        LocalTime time,
        Recurrence recurrence,
        Set<Month> without,
        @Nullable LocalDate until,
        Set<LocalDate> extra,
        Map<LocalDate, WallTime> moved,
        Set<LocalDate> cancelled) {

    /** Ten years of weeks. */
    public static final int MOST_DATES = 520;

    private static final int MOST_YEARS = 30;

    public Series {
        without = Set.copyOf(without);
        extra = Set.copyOf(extra);
        moved = Map.copyOf(moved);
        cancelled = Set.copyOf(cancelled);
    }

    /** Without an end and without exceptions. */
    public static Series of(LocalDate from, LocalTime time, Recurrence recurrence) {
        return new Series(from, time, recurrence, Set.of(), null, Set.of(), Map.of(), Set.of());
    }

    public Series without(Set<Month> months) {
        return new Series(from, time, recurrence, months, until, extra, moved, cancelled);
    }

    /** @param last may be a date still */
    public Series until(LocalDate last) {
        return new Series(from, time, recurrence, without, last, extra, moved, cancelled);
    }

    public Series withExtra(Set<LocalDate> days) {
        return new Series(from, time, recurrence, without, until, days, moved, cancelled);
    }

    /** @param planned the day that the rule gave */
    public Series move(LocalDate planned, WallTime to) {
        Map<LocalDate, WallTime> all = new HashMap<>(moved);
        all.put(planned, to);
        return new Series(from, time, recurrence, without, until, extra, all, cancelled);
    }

    /** @param planned the day that the rule gave */
    public Series cancel(LocalDate planned) {
        Set<LocalDate> all = new TreeSet<>(cancelled);
        all.add(planned);
        return new Series(from, time, recurrence, without, until, extra, moved, all);
    }

    /**
     * The dates in the order in which they were planned, at most so many, and none that is more than 30 years off.
     *
     * @param most up to {@link #MOST_DATES}
     * @throws Rejected {@link CalendarRefusal#NO_DATES} if there is none; {@link CalendarRefusal#NO_SUCH_TIME} if the clocks go forward over one that was not moved
     */
    public List<Occurrence> dates(int most) {
        List<Occurrence> dates = planned(Math.min(most, MOST_DATES)).stream()
                .map(this::occurrence)
                .toList();
        if (dates.isEmpty()) {
            throw new Rejected(CalendarRefusal.NO_DATES);
        }
        return dates;
    }

    private Occurrence occurrence(LocalDate planned) {
        WallTime elsewhen = moved.get(planned);
        Occurrence.State state = cancelled.contains(planned)
                ? Occurrence.State.CANCELLED
                : elsewhen == null ? Occurrence.State.AS_PLANNED : Occurrence.State.MOVED;
        return new Occurrence(planned, elsewhen == null ? WallTime.of(planned, time) : elsewhen, state);
    }

    private List<LocalDate> planned(int most) {
        LocalDate end = from.plusYears(MOST_YEARS);
        SortedSet<LocalDate> days = new TreeSet<>(extra);
        int ofTheRule = 0;
        RecurrenceRuleIterator rule = iterator();
        while (rule.hasNext() && ofTheRule < most) {
            LocalDate day = date(rule.nextDateTime());
            if (day.isAfter(end) || until != null && day.isAfter(until)) {
                break;
            }
            if (!day.isBefore(from) && !without.contains(day.getMonth())) {
                days.add(day);
                ofTheRule++;
            }
        }
        List<LocalDate> planned = new ArrayList<>(days);
        return planned.subList(0, Math.min(most, planned.size()));
    }

    /**
     * From a period before the first, in step with it: the library takes the day on which it starts for a date, whatever the rule says. That one is before all of ours.
     */
    private RecurrenceRuleIterator iterator() {
        LocalDate start = switch (recurrence) {
            case Recurrence.Weekly weekly ->
                from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(weekly.interval());
            case Recurrence.MonthlyOnDate monthly -> from.withDayOfMonth(1).minusMonths(monthly.interval());
            case Recurrence.MonthlyOnWeekday monthly -> from.withDayOfMonth(1).minusMonths(monthly.interval());
            case Recurrence.Yearly yearly -> from.withDayOfYear(1).minusYears(1);
        };
        try {
            return new RecurrenceRule(recurrence.rule())
                    .iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("Not a rule: " + recurrence.rule(), e);
        }
    }

    /** The library counts months from nought. */
    private static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }
}
