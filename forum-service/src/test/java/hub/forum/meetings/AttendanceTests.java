package hub.forum.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who has a place, and whose turn it is. */
class AttendanceTests {
    private static final Instant NOW = Instant.parse("2026-05-03T10:00:00Z");

    @Test
    void whoeverFitsHasAPlaceUnlessSomebodyWaits() {
        Attendance attendance = new Attendance(3, List.of(going("amina", 2, 1)));
        assertThat(attendance.outcome(null, wish(1))).isEqualTo(Reply.Answer.GOING);
        assertThat(attendance.outcome(null, wish(2))).isEqualTo(Reply.Answer.WAITING);
        Attendance waited = new Attendance(3, List.of(going("amina", 2, 1), waiting("joe", 2, 2)));
        assertThat(waited.outcome(null, wish(1))).isEqualTo(Reply.Answer.WAITING);
    }

    @Test
    void placesGoInTheOrderOfTicketsAndNobodyIsPassedOver() {
        Attendance attendance = new Attendance(
                4, List.of(waiting("dawn", 1, 4), waiting("joe", 3, 3), going("amina", 2, 1), waiting("ruth", 2, 2)));
        assertThat(attendance.next()).extracting(Reply::account).containsExactly("ruth");
        assertThat(attendance.next()).allMatch(Reply::going);
    }

    @Test
    void whoeverHasAPlaceKeepsItAndMayBringFewer() {
        Reply amina = going("amina", 2, 1);
        Attendance attendance = new Attendance(3, List.of(amina, waiting("joe", 2, 2)));
        assertThat(attendance.outcome(amina, wish(1))).isEqualTo(Reply.Answer.GOING);
        assertThat(attendance.outcome(amina, wish(3))).isEqualTo(Reply.Answer.GOING);
        Attendance full = new Attendance(3, List.of(amina, going("ruth", 1, 3)));
        assertThatThrownBy(() -> full.outcome(amina, wish(3)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.is(MeetingRefusal.NO_ROOM_FOR_MORE))
                                .isTrue());
    }

    @Test
    void moreThanThereArePlacesAtAllIsRefused() {
        assertThatThrownBy(() -> new Attendance(3, List.of()).outcome(null, wish(4)))
                .isInstanceOf(Rejected.class);
        assertThat(new Attendance(null, List.of()).outcome(null, wish(20))).isEqualTo(Reply.Answer.GOING);
    }

    @Test
    void fewerPlacesThanPeopleTakeNobodysPlaceAway() {
        Attendance attendance = new Attendance(1, List.of(going("amina", 2, 1), waiting("joe", 1, 2)));
        assertThat(attendance.next()).isEmpty();
        assertThat(attendance.taken()).isEqualTo(2);
    }

    private static Reply.Wish wish(int adults) {
        return new Reply.Wish(true, adults, 0, Set.of());
    }

    private static Reply going(String who, int people, int ticket) {
        return reply(who, Reply.Answer.GOING, people, ticket);
    }

    private static Reply waiting(String who, int people, int ticket) {
        return reply(who, Reply.Answer.WAITING, people, ticket);
    }

    private static Reply reply(String who, Reply.Answer answer, int people, int ticket) {
        return new Reply("m:" + who, "m", "g", who, null, answer, people, 0, ticket, Set.of(), null, NOW, NOW);
    }
}
