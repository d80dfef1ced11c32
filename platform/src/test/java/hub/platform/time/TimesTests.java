package hub.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTests {
    /** A Sunday evening in winter: British time is UTC. */
    private static final Times TIMES = at("2026-11-22T21:40:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22T21:40:00Z | just now",
                "2026-11-22T21:39:01Z | just now",
                "2026-11-22T21:39:00Z | 1 minute ago",
                "2026-11-22T20:41:00Z | 59 minutes ago",
                "2026-11-22T20:40:00Z | today at 8.40pm",
                "2026-11-22T00:00:00Z | today at 12am",
                "2026-11-22T12:00:00Z | today at 12pm",
                "2026-11-21T23:59:00Z | yesterday at 11.59pm",
                "2026-11-20T09:05:00Z | Friday at 9.05am",
                "2026-11-16T10:00:00Z | Monday at 10am",
                "2026-11-15T10:00:00Z | 15 November",
                "2026-01-01T10:00:00Z | 1 January",
                "2025-12-31T23:59:00Z | 31 December 2025",
                "2026-11-23T09:00:00Z | 23 November 2026 at 9am"
            })
    void aTimeIsSaidAsAPersonWouldSayIt(Instant then, String said) {
        assertThat(TIMES.say(then).said()).isEqualTo(said);
    }

    @Test
    void theExactTimeIsBritishInSummerToo() {
        Moment summer = TIMES.say(Instant.parse("2026-07-03T20:40:00Z"));
        assertThat(summer.exact()).isEqualTo("Friday 3 July 2026 at 9.40pm");
        assertThat(summer.iso()).isEqualTo("2026-07-03T20:40:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-03T20:40:00Z",
                "2026-07-03T20:40:01Z",
                "2026-07-03T20:40:00.120Z",
                "2026-07-03T00:00:59.999Z",
                "1969-12-31T23:59:00Z"
            })
    void machinesReadItToTheMillisecondHoweverOftenItIsSaid(String then) {
        for (int i = 0; i < 3; i++) {
            assertThat(TIMES.say(Instant.parse(then)).iso()).isEqualTo(then);
        }
    }

    @Test
    void theDayIsTheOneInLondon() {
        assertThat(at("2026-07-03T23:30:00Z")
                        .say(Instant.parse("2026-07-03T22:15:00Z"))
                        .said())
                .as("half past midnight there: quarter past eleven was yesterday")
                .isEqualTo("yesterday at 11.15pm");
        assertThat(TIMES.day(Instant.parse("2026-07-03T23:30:00Z"))).isEqualTo("4 July");
        assertThat(TIMES.day(Instant.parse("2025-12-31T23:30:00Z"))).isEqualTo("31 December 2025");
    }

    @Test
    void theHourThatComesTwiceIsTheSameHourOnTheClock() {
        // The clocks go back at 2am on 25 October 2026: 1.30am comes twice.
        assertThat(TIMES.time(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("1.30am");
        assertThat(TIMES.time(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("1.30am");
        assertThat(TIMES.time(Instant.parse("2026-10-25T02:30:00Z"))).isEqualTo("2.30am");
        Times afterwards = at("2026-10-25T01:45:00Z");
        assertThat(afterwards.say(Instant.parse("2026-10-25T00:40:00Z")).said())
                .as("65 minutes have passed, whatever the clock says")
                .isEqualTo("today at 1.40am");
        assertThat(afterwards.say(Instant.parse("2026-10-25T00:50:00Z")).said()).isEqualTo("55 minutes ago");
    }

    @Test
    void theHourThatIsLeftOutIsNotMissed() {
        // The clocks go forward at 1am on 29 March 2026.
        assertThat(TIMES.time(Instant.parse("2026-03-29T00:59:00Z"))).isEqualTo("12.59am");
        assertThat(TIMES.time(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("2am");
        assertThat(at("2026-03-30T08:00:00Z")
                        .say(Instant.parse("2026-03-29T08:00:00Z"))
                        .said())
                .isEqualTo("yesterday at 9am");
    }

    @Test
    void anAppointmentNamesItsWeekday() {
        assertThat(TIMES.appointment(Instant.parse("2026-12-03T10:00:00Z"))).isEqualTo("Thursday 3 December, 10am");
    }

    @Test
    void theYearIsSaidWhereItIsAnother() {
        assertThat(TIMES.day(LocalDate.of(2026, 5, 3))).isEqualTo("3 May");
        assertThat(TIMES.day(LocalDate.of(2027, 5, 3))).isEqualTo("3 May 2027");
        assertThat(at("2026-12-31T23:59:00Z")
                        .say(Instant.parse("2027-01-01T00:01:00Z"))
                        .said())
                .isEqualTo("1 January 2027 at 12.01am");
        assertThat(at("2027-01-01T00:05:00Z")
                        .say(Instant.parse("2026-12-31T22:00:00Z"))
                        .said())
                .isEqualTo("yesterday at 10pm");
    }

    private static Times at(String now) {
        return new Times(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
