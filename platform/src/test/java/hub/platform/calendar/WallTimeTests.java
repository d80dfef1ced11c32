package hub.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clock on the wall says, over both changes of the clocks. */
class WallTimeTests {

    @ParameterizedTest
    @CsvSource({
        "2027-01-15, 10:00, 2027-01-15T10:00:00Z",
        "2027-07-15, 10:00, 2027-07-15T09:00:00Z",
        "2027-03-28, 00:59, 2027-03-28T00:59:00Z",
        "2027-03-28, 02:00, 2027-03-28T01:00:00Z",
        "2026-10-25, 00:30, 2026-10-24T23:30:00Z",
        "2026-10-25, 01:30, 2026-10-25T00:30:00Z",
        "2026-10-25, 02:00, 2026-10-25T02:00:00Z",
    })
    void aWallTimeIsAnInstant(LocalDate date, LocalTime time, Instant instant) {
        assertThat(WallTime.of(date, time).instant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"01:00", "01:30", "01:59"})
    void aTimeThatTheClocksPassOverIsRefusedAndSaysWhy(LocalTime time) {
        Rejected refused = catchThrowableOfType(Rejected.class, () -> WallTime.of(LocalDate.of(2027, 3, 28), time));
        assertThat(refused.is(CalendarRefusal.NO_SUCH_TIME)).isTrue();
        assertThat(refused.arguments()[1]).isEqualTo("Sunday 28 March 2027");
        assertThat(refused.arguments()[2]).isEqualTo("1am");
    }

    @Test
    void aTimeThatComesTwiceIsTheFirstAndSaysSo() {
        WallTime twice = WallTime.of(LocalDate.of(2026, 10, 25), LocalTime.of(1, 30));
        assertThat(twice.comesTwice()).isTrue();
        assertThat(WallTime.of(LocalDate.of(2026, 10, 25), LocalTime.of(2, 0)).comesTwice())
                .isFalse();
        assertThat(WallTime.at(twice.instant().plusSeconds(3_600))).isEqualTo(twice);
    }

    @Test
    void everyHourOfTwoYearsComesBackFromItsInstant() {
        Instant hour = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 2 * 365 * 24; i++) {
            WallTime wall = WallTime.at(hour);
            assertThat(wall.instant())
                    .isEqualTo(
                            wall.comesTwice()
                                    ? Instant.parse(
                                            wall.date().getYear() == 2026
                                                    ? "2026-10-25T00:00:00Z"
                                                    : "2027-10-31T00:00:00Z")
                                    : hour);
            hour = hour.plusSeconds(3_600);
        }
    }

    @Test
    void anotherZoneHasItsOwnClocks() {
        WallTime there = new WallTime(LocalDate.of(2027, 3, 28).atTime(1, 30), ZoneId.of("Asia/Karachi"));
        assertThat(there.instant()).isEqualTo(Instant.parse("2027-03-27T20:30:00Z"));
    }

    @Test
    void itIsSaidInFull() {
        assertThat(WallTime.of(LocalDate.of(2026, 6, 2), LocalTime.of(15, 30)).inFull())
                .isEqualTo("Tuesday 2 June 2026, 3.30pm");
    }
}
