package hub.forum.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.calendar.CalendarRefusal;
import hub.platform.calendar.ShortMonths;
import hub.platform.calendar.WallTime;
import hub.platform.refusals.Rejected;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dates that a rule makes, held against the same said another way: each day is asked whether it is one. */
class RepeatTests {
    private static final LocalTime TEN = LocalTime.of(10, 0);

    @ParameterizedTest
    @EnumSource(Repeat.Pattern.class)
    void theDatesAreThoseDaysThatFitTheRule(Repeat.Pattern pattern) {
        Random random = new Random(pattern.ordinal());
        for (int i = 0; i < 400; i++) {
            LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3_650));
            if (pattern.fits(first)) {
                compare(pattern, first, random);
            }
        }
    }

    private static void compare(Repeat.Pattern pattern, LocalDate first, Random random) {
        LocalDate until = first.plusDays(60 + random.nextInt(300));
        Set<Month> without = Set.of(Month.of(1 + random.nextInt(12)));
        ShortMonths shortMonths = random.nextBoolean() ? ShortMonths.LAST : ShortMonths.SKIP;
        List<LocalDate> wanted = first.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(rule(pattern, first, shortMonths))
                .filter(day -> !without.contains(day.getMonth()))
                .toList();
        Repeat repeat = new Repeat(pattern, until, without, Set.of(), shortMonths);
        if (wanted.isEmpty()) {
            assertThatThrownBy(() -> repeat.after(WallTime.of(first, TEN))).isInstanceOf(Rejected.class);
        } else {
            assertThat(repeat.after(WallTime.of(first, TEN)))
                    .as("%s from %s", pattern, first)
                    .extracting(WallTime::date)
                    .containsExactlyElementsOf(wanted);
        }
    }

    private static Predicate<LocalDate> rule(Repeat.Pattern pattern, LocalDate first, ShortMonths shortMonths) {
        DayOfWeek weekday = first.getDayOfWeek();
        boolean last = shortMonths == ShortMonths.LAST;
        return switch (pattern) {
            case WEEKLY -> day -> day.getDayOfWeek() == weekday;
            case FORTNIGHTLY -> day -> ChronoUnit.DAYS.between(first, day) % 14 == 0;
            case MONTHLY_ON_LAST_WEEKDAY -> day -> day.equals(day.with(TemporalAdjusters.lastInMonth(weekday)));
            case MONTHLY_ON_WEEKDAY -> day -> day.equals(nth(day, Repeat.which(first), weekday, last));
            case MONTHLY_ON_DATE -> day -> day.equals(onDate(day, first.getDayOfMonth(), last));
        };
    }

    private static @Nullable LocalDate nth(LocalDate day, int which, DayOfWeek weekday, boolean last) {
        LocalDate nth = day.with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
        return nth.getMonth() == day.getMonth() ? nth : last ? day.with(TemporalAdjusters.lastInMonth(weekday)) : null;
    }

    private static @Nullable LocalDate onDate(LocalDate day, int date, boolean last) {
        YearMonth month = YearMonth.from(day);
        return month.isValidDay(date) ? month.atDay(date) : last ? month.atEndOfMonth() : null;
    }

    @Test
    void ofTheThirtyFirstAndTheFifthWeekdayItIsAskedWhatIsMeant() {
        refused(Repeat.Pattern.MONTHLY_ON_DATE, LocalDate.of(2026, 12, 31), CalendarRefusal.SHORT_MONTHS);
        refused(Repeat.Pattern.MONTHLY_ON_WEEKDAY, LocalDate.of(2026, 12, 30), CalendarRefusal.FIFTH_WEEKDAY);
    }

    @Test
    void aTimeThatTheClocksPassOverIsRefused() {
        LocalDate saturday = LocalDate.of(2026, 3, 21);
        Repeat weekly = new Repeat(Repeat.Pattern.WEEKLY, saturday.plusDays(20), Set.of(), Set.of(), null);
        assertThat(weekly.after(WallTime.of(saturday, LocalTime.of(1, 30)))).hasSize(2);
        assertThatThrownBy(() -> weekly.after(WallTime.of(saturday.plusDays(1), LocalTime.of(1, 30))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.is(CalendarRefusal.NO_SUCH_TIME))
                                .isTrue());
    }

    @Test
    void otherDatesAreAmongThem() {
        LocalDate first = LocalDate.of(2026, 1, 21);
        Repeat repeat = new Repeat(
                Repeat.Pattern.MONTHLY_ON_WEEKDAY,
                LocalDate.of(2026, 4, 1),
                Set.of(),
                Set.of(LocalDate.of(2026, 2, 3), LocalDate.of(2025, 2, 3)),
                null);
        assertThat(repeat.after(WallTime.of(first, TEN)))
                .extracting(WallTime::date)
                .containsExactly(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 18), LocalDate.of(2026, 3, 18));
    }

    @Test
    void moreDatesThanAYearOfWeeksAreRefused() {
        LocalDate first = LocalDate.of(2026, 1, 21);
        Repeat repeat = new Repeat(Repeat.Pattern.WEEKLY, first.plusYears(3), Set.of(), Set.of(), null);
        assertThatThrownBy(() -> repeat.after(WallTime.of(first, TEN))).isInstanceOf(Rejected.class);
        assertThat(Stream.of(Repeat.Pattern.values()).map(Repeat.Pattern::slug)).doesNotHaveDuplicates();
    }

    private static void refused(Repeat.Pattern pattern, LocalDate first, CalendarRefusal why) {
        Repeat repeat = new Repeat(pattern, first.plusYears(1), Set.of(), Set.of(), null);
        assertThatThrownBy(() -> repeat.after(WallTime.of(first, TEN)))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.is(why)).isTrue());
    }
}
