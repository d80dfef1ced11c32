package hub.forum.constellations.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.refusals.Rejected;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What can be done with shifts and swaps, and what cannot. */
class RotaTests {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final String MONDAY = "marion:2026-05-11";
    private static final String TUESDAY = "gwen:2026-05-12";

    private static Rota rota() {
        return Rota.empty("larkhill")
                .with(new OnCallPerson("marion", "07700 900142", false))
                .with(new OnCallPerson("gwen", "07700 900143", true))
                .with(turn("marion", DayOfWeek.MONDAY))
                .with(turn("gwen", DayOfWeek.TUESDAY));
    }

    private static Turn turn(String who, DayOfWeek day) {
        return new Turn(
                who, Set.of(day), LocalTime.of(20, 0), LocalTime.of(8, 0), who, 1, LocalDate.of(2026, 1, 1), null);
    }

    private static void refused(RotaRefusal why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.why()).isEqualTo(why));
    }

    private static String holder(Rota rota, String key) {
        return String.valueOf(rota.shift(key).orElseThrow().account());
    }

    @Test
    void aShiftThatIsGivenBackIsTakenOnce() {
        Rota open = rota().giveBack(MONDAY, "marion", NOW);
        assertThat(holder(open, MONDAY)).isEqualTo("null");
        Rota taken = open.take(MONDAY, "gwen", NOW);
        assertThat(holder(taken, MONDAY)).isEqualTo("gwen");
        assertThat(taken.take(MONDAY, "gwen", NOW)).isEqualTo(taken);
        refused(RotaRefusal.TAKEN, () -> taken.take(MONDAY, "marion", NOW));
        refused(RotaRefusal.NOT_YOURS, () -> taken.giveBack(MONDAY, "marion", NOW));
        refused(RotaRefusal.NOT_ON_THE_ROTA, () -> open.take(MONDAY, "leroy", NOW));
        refused(RotaRefusal.SHIFT_GONE, () -> open.take("marion:2026-04-27", "gwen", NOW));
        refused(RotaRefusal.SHIFT_GONE, () -> open.take("marion:2026-05-12", "gwen", NOW));
        refused(RotaRefusal.SHIFT_GONE, () -> open.take("marion:nonsense", "gwen", NOW));
    }

    /** A gap over a bank holiday weekend is taken as one. */
    @Test
    void aLongShiftIsOnCallToItsEnd() {
        Shift weekend = new Shift(
                "xlong",
                LocalDate.of(2026, 5, 8).atTime(17, 0),
                LocalDate.of(2026, 5, 18).atTime(8, 30),
                "gwen");
        Rota rota = rota().add(weekend, NOW);
        Instant lastNoon = Instant.parse("2026-05-17T11:00:00Z");
        assertThat(rota.timeline(lastNoon, lastNoon.plusSeconds(60))
                        .at(lastNoon)
                        .shift())
                .isNotNull()
                .extracting(Shift::key)
                .isEqualTo("xlong");
    }

    @Test
    void aSwapThatIsAcceptedGivesEachTheOthersShift() {
        Rota offered = rota().offer(new Swap("s", "marion", "gwen", MONDAY, TUESDAY, NOW), NOW);
        refused(RotaRefusal.NOT_YOURS, () -> offered.accept("s", "marion", NOW));
        Rota swapped = offered.accept("s", "gwen", NOW);
        assertThat(holder(swapped, MONDAY)).isEqualTo("gwen");
        assertThat(holder(swapped, TUESDAY)).isEqualTo("marion");
        assertThat(swapped.swaps()).isEmpty();
        refused(RotaRefusal.SWAP_GONE, () -> swapped.accept("s", "gwen", NOW));
    }

    @Test
    void aSwapOfWhatSomebodyHasNoMoreIsOff() {
        Rota offered = rota().offer(new Swap("s", "marion", "gwen", MONDAY, TUESDAY, NOW), NOW);
        assertThat(offered.giveBack(MONDAY, "marion", NOW).swaps()).isEmpty();
        assertThat(offered.without("gwen", NOW).swaps()).isEmpty();
        assertThat(offered.drop("s", "gwen").swaps()).isEmpty();
        refused(RotaRefusal.NOT_YOURS, () -> offered.drop("s", "leroy"));
    }

    @Test
    void whoeverLeavesIsOnCallNoMore() {
        Rota left = rota().without("marion", NOW);
        assertThat(left.shifts(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 6, 1)))
                .filteredOn(shift -> !shift.open())
                .allSatisfy(shift -> assertThat(shift.account()).isEqualTo("gwen"));
        assertThat(left.timeline(NOW, NOW.plusSeconds(86_400))
                        .at(NOW.plusSeconds(30_000))
                        .shift())
                .isNull();
    }

    @Test
    void aTurnThatIsEndedKeepsWhatSomebodyTookOfIt() {
        Rota rota = rota().giveBack(MONDAY, "marion", NOW)
                .take(MONDAY, "gwen", NOW)
                .giveBack("marion:2026-05-18", "marion", NOW);
        Rota ended = rota.endTurn("marion", LocalDate.of(2026, 5, 4));
        assertThat(ended.shifts(LocalDate.of(2026, 5, 5), LocalDate.of(2026, 6, 1)))
                .extracting(Shift::key)
                .contains(MONDAY)
                .doesNotContain("marion:2026-05-18", "marion:2026-05-25");
    }

    @Test
    void whatIsOverIsNotAdded() {
        LocalDateTime past = LocalDateTime.of(2026, 5, 3, 20, 0);
        refused(RotaRefusal.IN_THE_PAST, () -> rota().add(new Shift("x", past, past.plusHours(12), "gwen"), NOW));
        Rota more = rota().add(new Shift("x", past.plusDays(1), past.plusDays(2), "gwen"), NOW);
        assertThat(more.add(new Shift("x", past.plusDays(1), past.plusDays(2), "gwen"), NOW))
                .isEqualTo(more);
    }
}
