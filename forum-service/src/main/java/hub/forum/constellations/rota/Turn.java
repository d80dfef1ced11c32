package hub.forum.constellations.rota;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Part of the pattern of a rota: somebody answers on these days of the week.
 *
 * @param days on which it begins
 * @param until on the next day if it is not later than {@code from}
 * @param weeks in every such week, from that of {@code since}: 1 for each, at most {@value #MOST_WEEKS}
 * @param since the first day on which it may begin
 * @param last the last such day; null while nobody has ended it
 */
public record Turn(
        String id,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime until,
        String account,
        int weeks,
        LocalDate since,
        @Nullable LocalDate last) {
    public static final int MOST_WEEKS = 6;

    public Turn {
        days = Set.copyOf(days);
        if (days.isEmpty() || weeks < 1 || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException("A turn needs days, and 1 to " + MOST_WEEKS + " weeks: " + weeks);
        }
    }

    Turn endedOn(LocalDate day) {
        return last != null && last.isBefore(day) ? this : new Turn(id, days, from, until, account, weeks, since, day);
    }

    String key(LocalDate day) {
        return id + ":" + day;
    }

    /** Its shifts that begin within these days, the last one included. */
    Stream<Shift> shifts(LocalDate first, LocalDate to) {
        LocalDate begin = first.isBefore(since) ? since : first;
        LocalDate end = last == null || to.isBefore(last) ? to : last;
        return end.isBefore(begin)
                ? Stream.empty()
                : begin.datesUntil(end.plusDays(1)).filter(this::isOn).map(this::shift);
    }

    private boolean isOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && ChronoUnit.WEEKS.between(monday(since), monday(day)) % weeks == 0;
    }

    private Shift shift(LocalDate day) {
        LocalDate end = until.isAfter(from) ? day : day.plusDays(1);
        return new Shift(key(day), day.atTime(from), end.atTime(until), account);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
