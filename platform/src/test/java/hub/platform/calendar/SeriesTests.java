package hub.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hub.platform.refusals.Rejected;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates that repeat, against an expansion that looks at each day by itself. */
class SeriesTests {
    private static final LocalTime AT_TEN = LocalTime.of(10, 0);
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = BEGIN.plusYears(10);

    private final Random random = new Random(20_261_128);

    @Test
    void weeksAreThoseOfTenYears() {
        for (int i = 0; i < 100; i++) {
            LocalDate from = someDay();
            int interval = 1 + random.nextInt(6);
            EnumSet<DayOfWeek> days =
                    EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
            LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            assertSame(
                    new Recurrence.Weekly(interval, days),
                    from,
                    day -> days.contains(day.getDayOfWeek())
                            && ChronoUnit.WEEKS.between(
                                                    monday,
                                                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                                            % interval
                                    == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(ShortMonths.class)
    void datesOfTheMonthAreThoseOfTenYears(ShortMonths shortMonths) {
        for (int date = 1; date <= 31; date++) {
            int wanted = date;
            LocalDate from = someDay();
            int interval = 1 + random.nextInt(3);
            Recurrence monthly = new Recurrence.MonthlyOnDate(interval, date, date > 28 ? shortMonths : null);
            assertSame(
                    monthly,
                    from,
                    day -> inStep(from, day, interval)
                            && day.getDayOfMonth()
                                    == (shortMonths == ShortMonths.LAST
                                            ? Math.min(wanted, day.lengthOfMonth())
                                            : wanted));
        }
    }

    @ParameterizedTest
    @EnumSource(ShortMonths.class)
    void weekdaysOfTheMonthAreThoseOfTenYears(ShortMonths shortMonths) {
        for (int which : new int[] {1, 2, 3, 4, 5, -1}) {
            for (DayOfWeek weekday : DayOfWeek.values()) {
                LocalDate from = someDay();
                Recurrence monthly =
                        new Recurrence.MonthlyOnWeekday(1, which, weekday, which == 5 ? shortMonths : null);
                assertSame(
                        monthly,
                        from,
                        day -> day.getDayOfWeek() == weekday
                                && (which == -1 || which == 5 && shortMonths == ShortMonths.LAST
                                        ? day.plusWeeks(1).getMonth() != day.getMonth()
                                        : (day.getDayOfMonth() - 1) / 7 + 1 == which));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ShortMonths.class)
    void the29thOfFebruaryIsThatOfEachLeapYearOrTheLastDay(ShortMonths shortMonths) {
        assertSame(
                new Recurrence.Yearly(2, 29, shortMonths),
                LocalDate.of(2026, 3, 1),
                day -> day.getMonthValue() == 2
                        && day.getDayOfMonth() == (shortMonths == ShortMonths.LAST ? day.lengthOfMonth() : 29));
    }

    @Test
    void whatNotAllMonthsHaveMustBeChosen() {
        assertThat(refusal(() -> new Recurrence.MonthlyOnDate(1, 31, null)).is(CalendarRefusal.SHORT_MONTHS))
                .isTrue();
        assertThat(refusal(() -> new Recurrence.Yearly(2, 29, null)).is(CalendarRefusal.SHORT_MONTHS))
                .isTrue();
        Rejected fifth = refusal(() -> new Recurrence.MonthlyOnWeekday(1, 5, DayOfWeek.WEDNESDAY, null));
        assertThat(fifth.is(CalendarRefusal.FIFTH_WEEKDAY)).isTrue();
        assertThat(fifth.arguments()).containsExactly("Wednesday");
        assertThat(new Recurrence.MonthlyOnDate(1, 28, null).rule()).endsWith("BYMONTHDAY=28");
    }

    @Test
    void aMonthIsSkippedAndADayIsAdded() {
        Series series = Series.of(LocalDate.of(2026, 6, 1), AT_TEN, thirdWednesday())
                .without(Set.of(Month.AUGUST))
                .withExtra(Set.of(LocalDate.of(2026, 8, 26)))
                .until(LocalDate.of(2026, 10, 21));
        assertThat(series.dates(20).stream().map(Occurrence::planned))
                .containsExactly(
                        LocalDate.of(2026, 6, 17),
                        LocalDate.of(2026, 7, 15),
                        LocalDate.of(2026, 8, 26),
                        LocalDate.of(2026, 9, 16),
                        LocalDate.of(2026, 10, 21));
    }

    @Test
    void aMovedDateStaysMovedAndACancelledOneStaysInItsPlace() {
        LocalDate july = LocalDate.of(2026, 7, 15);
        LocalDate september = LocalDate.of(2026, 9, 16);
        WallTime elsewhen = WallTime.of(LocalDate.of(2026, 7, 20), LocalTime.of(18, 30));
        Series series = Series.of(LocalDate.of(2026, 6, 1), AT_TEN, thirdWednesday())
                .move(july, elsewhen)
                .cancel(september)
                .without(Set.of(Month.AUGUST))
                .until(LocalDate.of(2026, 10, 1));
        assertThat(series.dates(20))
                .containsExactly(
                        new Occurrence(
                                LocalDate.of(2026, 6, 17),
                                WallTime.of(LocalDate.of(2026, 6, 17), AT_TEN),
                                Occurrence.State.AS_PLANNED),
                        new Occurrence(july, elsewhen, Occurrence.State.MOVED),
                        new Occurrence(september, WallTime.of(september, AT_TEN), Occurrence.State.CANCELLED));
    }

    @Test
    void itStaysAtTenOverBothChangesOfTheClocks() {
        Series series = Series.of(LocalDate.of(2027, 3, 1), AT_TEN, new Recurrence.Weekly(1, Set.of(DayOfWeek.SUNDAY)))
                .until(LocalDate.of(2027, 12, 1));
        assertThat(series.dates(60)).allMatch(date -> date.starts().time().equals(AT_TEN));
        assertThat(series.dates(60).stream()
                        .map(date -> date.starts().instant().toString().substring(11, 16))
                        .distinct())
                .containsExactly("10:00", "09:00");
    }

    @Test
    void aDateThatTheClocksPassOverIsRefusedUnlessItIsMoved() {
        LocalDate change = LocalDate.of(2027, 3, 28);
        Series nights = Series.of(
                LocalDate.of(2027, 3, 1), LocalTime.of(1, 30), new Recurrence.Weekly(1, Set.of(DayOfWeek.SUNDAY)));
        assertThat(refusal(() -> nights.dates(10)).is(CalendarRefusal.NO_SUCH_TIME))
                .isTrue();
        assertThat(nights.move(change, WallTime.of(change, LocalTime.of(2, 30))).dates(10))
                .hasSize(10);
    }

    @Test
    void aSeriesIsBounded() {
        Series daily = Series.of(BEGIN, AT_TEN, new Recurrence.Weekly(1, EnumSet.allOf(DayOfWeek.class)));
        assertThat(daily.dates(Integer.MAX_VALUE)).hasSize(Series.MOST_DATES);
        assertThat(refusal(() -> daily.without(EnumSet.allOf(Month.class)).dates(10))
                        .is(CalendarRefusal.NO_DATES))
                .isTrue();
        assertThat(refusal(() -> daily.until(BEGIN.minusDays(1)).dates(10)).is(CalendarRefusal.NO_DATES))
                .isTrue();
    }

    private static Recurrence thirdWednesday() {
        return new Recurrence.MonthlyOnWeekday(1, 3, DayOfWeek.WEDNESDAY, null);
    }

    private LocalDate someDay() {
        return BEGIN.plusDays(random.nextInt(800));
    }

    private static boolean inStep(LocalDate from, LocalDate day, int interval) {
        return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(day)) % interval == 0;
    }

    private static void assertSame(Recurrence recurrence, LocalDate from, Predicate<LocalDate> takesPlace) {
        List<LocalDate> expected = Stream.iterate(from, day -> !day.isAfter(END), day -> day.plusDays(1))
                .filter(takesPlace)
                .limit(Series.MOST_DATES)
                .toList();
        assertThat(Series.of(from, AT_TEN, recurrence).until(END).dates(Series.MOST_DATES).stream()
                        .map(Occurrence::planned)
                        .toList())
                .as(recurrence.rule() + " from " + from)
                .isEqualTo(expected);
    }

    private static @Nullable Rejected refusal(Runnable what) {
        return catchThrowableOfType(Rejected.class, what::run);
    }
}
