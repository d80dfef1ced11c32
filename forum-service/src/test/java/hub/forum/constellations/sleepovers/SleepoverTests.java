package hub.forum.constellations.sleepovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.forum.constellations.homes.Bed;
import hub.forum.constellations.homes.HubHome;
import hub.platform.refusals.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What becomes of a sleepover, and which beds are left. */
class SleepoverTests {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-12-04T16:00:00Z");

    private static Ask nights(Instant from, int nights, int children) {
        return new Ask(
                false,
                true,
                from,
                from.plus(Duration.ofDays(nights)).minus(Duration.ofHours(6)),
                children,
                Set.of(Ask.AgeBand.FIVE_TO_TEN),
                Set.of(),
                "");
    }

    private static Sleepover asked(Ask ask) {
        return Sleepover.asked("s", "larkhill", "tasneem", ask, NOW);
    }

    private static void refused(SleepoverRefusal why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.why()).isEqualTo(why));
    }

    @Test
    void oneThatIsTakenIsTakenByOne() {
        Sleepover taken = asked(nights(FRIDAY, 1, 1)).accept("marion", NOW);
        assertThat(taken.accept("marion", NOW)).isEqualTo(taken);
        refused(SleepoverRefusal.ANSWERED, () -> taken.accept("gwen", NOW));
        refused(SleepoverRefusal.ANSWERED, () -> taken.decline("gwen", Sleepover.Reason.ILL));
        refused(SleepoverRefusal.NOT_YET, () -> taken.over(true, NOW));
        refused(SleepoverRefusal.OVER, () -> taken.cancel().accept("marion", NOW));
    }

    @Test
    void afterwardsBothSidesSayHowItWas() {
        Sleepover happened = asked(nights(FRIDAY, 1, 1))
                .accept("marion", NOW)
                .over(true, FRIDAY.plus(Duration.ofDays(1)))
                .say("tasneem", Sleepover.Helped.YES)
                .say("marion", Sleepover.Helped.A_LITTLE)
                .say("marion", Sleepover.Helped.YES);
        assertThat(happened.said())
                .containsExactlyInAnyOrder(
                        new Sleepover.Said("tasneem", Sleepover.Helped.YES),
                        new Sleepover.Said("marion", Sleepover.Helped.YES));
        refused(SleepoverRefusal.OVER, () -> happened.say("gwen", Sleepover.Helped.NO));
        assertThat(happened.over(false, FRIDAY.plus(Duration.ofDays(2))).state())
                .isEqualTo(Sleepover.State.DID_NOT_HAPPEN);
    }

    @Test
    void bedsAreKeptForWhatWaitsAndWhatIsAgreedAndForNothingElse() {
        LocalDate friday = LocalDate.of(2026, 12, 4);
        HubHome home = HubHome.empty("larkhill")
                .with(new Bed("b", Bed.Kind.SINGLE, 2, LocalDate.of(2026, 1, 1), null))
                .with(new Bed("c", Bed.Kind.COT, 1, LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 5)));
        Sleepover waits = asked(nights(FRIDAY, 2, 1));
        Sleepover agreed = asked(nights(FRIDAY, 1, 1)).accept("marion", NOW);
        Sleepover declined = asked(nights(FRIDAY, 1, 1)).decline("marion", Sleepover.Reason.AWAY);
        FreeBeds free = new FreeBeds(home, List.of(waits, agreed, declined));
        assertThat(free.on(friday)).isZero();
        assertThat(free.on(friday.plusDays(1))).isEqualTo(2);
        assertThat(free.on(friday.plusDays(2))).isEqualTo(2);
        assertThat(free.next(friday, friday.plusDays(10), 2, 2))
                .containsExactly(friday.plusDays(1), friday.plusDays(2), friday.plusDays(3));
    }

    @Test
    void dayCareTakesNoBed() {
        Ask day = new Ask(false, false, FRIDAY, FRIDAY.plus(Duration.ofHours(4)), 2, Set.of(), Set.of(), "");
        assertThat(day.beds()).isEmpty();
        assertThat(nights(FRIDAY, 2, 1).beds()).containsExactly(LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 5));
    }
}
