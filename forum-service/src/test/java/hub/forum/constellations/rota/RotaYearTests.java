package hub.forum.constellations.rota;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.time.Times;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For each minute of a year there is one answer, and it is the one that comes out when shifts are laid on the minutes by hand. */
class RotaYearTests {
    private static final Instant START = at("2026-01-01T00:00");
    private static final Instant END = at("2027-01-01T00:00");
    private static final Instant BEFORE = at("2025-12-01T00:00");

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(Times.LONDON).toInstant();
    }

    /** Nights of the week, weekends in turn, shifts that were given back, swapped, added over others, and over both clock changes. */
    private static Rota busy() {
        Rota rota = Rota.empty("larkhill")
                .with(new OnCallPerson("marion", "07700 900142", false))
                .with(new OnCallPerson("gwen", "07700 900143", true))
                .with(new OnCallPerson("leroy", "07700 900144", true))
                .with(turn("nights", Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY), "17:00", "08:00", "marion", 1))
                .with(turn("even", Set.of(FRIDAY, SATURDAY, SUNDAY), "20:00", "08:00", "gwen", 2))
                .with(turn("odd", Set.of(SATURDAY, SUNDAY), "08:00", "20:00", "leroy", 1))
                .with(turn("third", Set.of(FRIDAY), "19:30", "01:30", "leroy", 3));
        rota = rota.giveBack("nights:2026-03-02", "marion", BEFORE);
        rota = rota.take("nights:2026-03-02", "leroy", BEFORE);
        rota = rota.giveBack("nights:2026-06-10", "marion", BEFORE);
        rota = rota.add(extra("x1", "2026-03-29T00:30", "2026-03-29T03:30", "marion"), BEFORE);
        rota = rota.add(extra("x2", "2026-10-25T01:15", "2026-10-25T01:45", "marion"), BEFORE);
        rota = rota.add(extra("x3", "2026-10-24T20:00", "2026-10-25T08:00", "leroy"), BEFORE);
        rota = rota.add(extra("x4", "2026-08-01T08:00", "2026-08-03T08:00", "marion"), BEFORE);
        return rota.away("leroy", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 20), BEFORE);
    }

    private static Turn turn(String id, Set<DayOfWeek> days, String from, String until, String account, int weeks) {
        return new Turn(
                id,
                days,
                LocalTime.parse(from),
                LocalTime.parse(until),
                account,
                weeks,
                LocalDate.of(2025, 12, 1),
                null);
    }

    private static Shift extra(String key, String from, String until, String account) {
        return new Shift(key, LocalDateTime.parse(from), LocalDateTime.parse(until), account);
    }

    @Test
    void eachMinuteOfAYearHasOneAnswer() {
        Rota rota = busy();
        Timeline timeline = rota.timeline(START, END);
        @Nullable String[] byHand = laidOnMinutes(rota);
        assertThat(byHand).hasSize(365 * 24 * 60);
        int next = 0;
        Instant expected = START;
        for (Timeline.Stretch stretch : timeline.all()) {
            assertThat(stretch.from()).isEqualTo(expected);
            expected = stretch.until();
            for (Instant minute = stretch.from(); minute.isBefore(stretch.until()); minute = minute.plusSeconds(60)) {
                Timeline.Stretch answer = timeline.at(minute);
                if (answer != stretch || !Objects.equals(account(answer), byHand[next])) {
                    assertThat(account(answer)).as("%s", minute).isEqualTo(byHand[next]);
                    assertThat(answer).as("%s", minute).isSameAs(stretch);
                }
                next++;
            }
        }
        assertThat(expected).isEqualTo(END);
        assertThat(next).isEqualTo(byHand.length);
        assertThat(byHand[minute("2026-03-29T00:45")]).isEqualTo("marion");
    }

    private static int minute(String wall) {
        return (int) Duration.between(START, at(wall)).toMinutes();
    }

    private static @Nullable String account(Timeline.Stretch stretch) {
        Shift shift = stretch.shift();
        return shift == null ? null : shift.account();
    }

    /** Later beginnings lie upon earlier ones. */
    private static @Nullable String[] laidOnMinutes(Rota rota) {
        @Nullable
        String[] minutes = new String[(int) Duration.between(START, END).toMinutes()];
        List<Shift> shifts = new ArrayList<>(rota.shifts(LocalDate.of(2025, 12, 25), LocalDate.of(2026, 12, 31)));
        shifts.sort(Comparator.comparing(Shift::from)
                .thenComparing(Comparator.comparing(Shift::key).reversed()));
        for (Shift shift : shifts) {
            long from = Math.max(0, Duration.between(START, shift.starts()).toMinutes());
            long until = Math.min(
                    minutes.length, Duration.between(START, shift.ends()).toMinutes());
            for (long minute = from; minute < until && shift.account() != null; minute++) {
                minutes[(int) minute] = shift.account();
            }
        }
        return minutes;
    }

    @Test
    void aNightLastsElevenHoursWhenTheClocksGoForwardAndThirteenWhenTheyGoBack() {
        Shift spring = extra("a", "2026-03-28T20:00", "2026-03-29T08:00", "marion");
        Shift autumn = extra("b", "2026-10-24T20:00", "2026-10-25T08:00", "marion");
        assertThat(Duration.between(spring.starts(), spring.ends())).hasHours(11);
        assertThat(Duration.between(autumn.starts(), autumn.ends())).hasHours(13);
    }

    @Test
    void shiftsThatMeetInTheHourThatIsSkippedOrComesTwiceLeaveNothingOut() {
        Rota rota = Rota.empty("larkhill")
                .with(new OnCallPerson("marion", "1", false))
                .with(new OnCallPerson("gwen", "2", true))
                .with(turn("early", Set.of(DayOfWeek.values()), "13:30", "01:30", "marion", 1))
                .with(turn("late", Set.of(DayOfWeek.values()), "01:30", "13:30", "gwen", 1));
        Timeline timeline = rota.timeline(START, END);
        assertThat(timeline.all())
                .allSatisfy(stretch -> assertThat(stretch.shift()).isNotNull());
        assertThat(timeline.overlaps()).isEmpty();
    }

    @Test
    void gapsAreTheHoursOutsideTheOfficeInWhichNobodyAnswers() {
        Rota rota = Rota.empty("larkhill")
                .with(new OnCallPerson("marion", "1", false))
                .with(turn(
                        "nights", Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), "17:00", "08:00", "marion", 1));
        Instant monday = at("2026-04-27T12:00");
        Timeline timeline = rota.timeline(monday, monday.plus(Duration.ofDays(8)));
        LocalDate bankHoliday = LocalDate.of(2026, 5, 4);
        assertThat(timeline.gaps(CoverHours.USUAL, bankHoliday::equals))
                .containsExactly(new Timeline.Span(at("2026-05-02T08:00"), at("2026-05-04T17:00")));
        assertThat(timeline.gaps(CoverHours.USUAL, day -> false))
                .containsExactly(new Timeline.Span(at("2026-05-02T08:00"), at("2026-05-04T08:00")));
    }

    @Test
    void overlapsAreSaidAndWhoeverBeganLastAnswers() {
        Rota rota = busy();
        Timeline timeline = rota.timeline(at("2026-10-24T12:00"), at("2026-10-26T12:00"));
        assertThat(timeline.overlaps()).isNotEmpty();
        assertThat(account(timeline.at(Instant.parse("2026-10-25T00:20:00Z")))).isEqualTo("marion");
        assertThat(timeline.goesOnUntil(Instant.parse("2026-10-25T00:20:00Z")))
                .isEqualTo(Instant.parse("2026-10-25T00:45:00Z"));
    }
}
