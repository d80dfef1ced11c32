package hub.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.content.Content;
import hub.platform.content.Content.ContentMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days in content/ are those that the rules give. */
class BankHolidaysTests {
    private final BankHolidays holidays = new BankHolidays(new Content(Path.of("../content")));

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027, 2028})
    void aYearHasItsEight(int year) {
        Set<LocalDate> found = IntStream.rangeClosed(
                        1, LocalDate.of(year, 12, 31).getDayOfYear())
                .mapToObj(day -> LocalDate.ofYearDay(year, day))
                .filter(day -> holidays.on(day).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(byTheRules(year));
        assertThat(found).noneMatch(day -> day.getDayOfWeek().getValue() > 5);
        assertThat(holidays.on(easter(year).plusDays(1))).contains("Easter Monday");
    }

    @Test
    void itIsKnownWhichYearIsTheLast() {
        assertThat(holidays.lastYear()).isEqualTo(2028);
    }

    @Test
    void withoutTheFileThereAreNone(@TempDir Path folder) {
        BankHolidays none = new BankHolidays(new Content(folder));
        assertThat(none.on(LocalDate.of(2026, 12, 25))).isEmpty();
        assertThat(none.lastYear()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- {date: Christmas, name: Christmas Day}", "- {date: 2026-12-25}", "christmas: yes"})
    void aMistakeInTheFileIsNamed(String text, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bank-holidays.yml"), text);
        assertThatThrownBy(() -> new BankHolidays(new Content(folder)))
                .isInstanceOf(ContentMistake.class)
                .hasMessageContaining("bank-holidays.yml");
    }

    private static Set<LocalDate> byTheRules(int year) {
        Set<LocalDate> days = new TreeSet<>();
        days.add(working(LocalDate.of(year, 1, 1), days));
        days.add(easter(year).minusDays(2));
        days.add(easter(year).plusDays(1));
        days.add(LocalDate.of(year, 5, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, 8, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(working(LocalDate.of(year, 12, 25), days));
        days.add(working(LocalDate.of(year, 12, 26), days));
        return days;
    }

    /** A holiday on a weekend is made up for on the next working day. */
    private static LocalDate working(LocalDate day, Set<LocalDate> taken) {
        LocalDate next = day;
        while (next.getDayOfWeek().getValue() > 5 || taken.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Easter Sunday by Gauss. */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * (year % 19) + 15) % 30;
        int full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - year % 19) / 11));
        int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
        int day = full - weekday;
        int month = 3 + (day + 40) / 44;
        return LocalDate.of(year, month, day + 28 - 31 * (month / 4));
    }
}
