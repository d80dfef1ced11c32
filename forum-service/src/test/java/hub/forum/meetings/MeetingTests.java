package hub.forum.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.calendar.WallTime;
import hub.platform.refusals.Refusal;
import hub.platform.refusals.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may become of a meeting. */
class MeetingTests {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 16);
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private final MeetingDetails details = details("Tea", DAY, LocalTime.of(10, 0), "elm-lane");
    private final Meeting draft = Meeting.draft("m", "g", details, null, NOW, "gwen");
    private final Meeting published = draft.publish(NOW);

    @Test
    void aDraftIsPublishedOnceAndNotInThePast() {
        assertThat(draft.listed()).isFalse();
        assertThat(published.on()).isTrue();
        assertThat(published.publish(NOW)).isSameAs(published);
        refused(() -> draft.publish(details.starts()), MeetingRefusal.IN_THE_PAST);
    }

    @Test
    void whatPeopleWereToldOfIsDifferentInALine() {
        Meeting later = published.describedAs(details("Tea", DAY, LocalTime.of(10, 30), "elm-lane"), 2, NOW);
        assertThat(later.state()).isEqualTo(Meeting.State.CHANGED);
        assertThat(later.sequence()).isEqualTo(1);
        assertThat(later.changes()).containsExactly(new Difference(Difference.Kind.START, "10.30am", "10am"));
        Meeting elsewhere = later.describedAs(details("Tea", DAY, LocalTime.of(10, 30), "northgate"), 3, NOW);
        assertThat(elsewhere.changes()).containsExactly(new Difference(Difference.Kind.PLACE, "northgate", "elm-lane"));
        assertThat(elsewhere.describedAs(elsewhere.details(), 4, NOW)).isSameAs(elsewhere);
    }

    @Test
    void whatIsChangedForAllThatFollowLeavesWhatElseADateSays() {
        MeetingDetails before = activity("elm-lane", "", "Free", Set.of("fenwick"), "teenagers");
        MeetingDetails dearer = activity("elm-lane", "", "2 pounds", Set.of("fenwick"), "teenagers");
        MeetingDetails elsewhere = activity("", "Furlong Hall", "Free", Set.of(), null);
        MeetingDetails own = activity("northgate", "", "Free", Set.of("ellery"), null);
        assertThat(own.withChanges(before, dearer))
                .isEqualTo(activity("northgate", "", "2 pounds", Set.of("ellery"), null));
        assertThat(own.withChanges(before, elsewhere)).isEqualTo(elsewhere);
        assertThat(elsewhere.withChanges(before, activity("northgate", "", "Free", Set.of("fenwick"), "teenagers")))
                .isEqualTo(activity("northgate", "", "Free", Set.of(), null));
    }

    private static MeetingDetails activity(
            String hub, String place, String cost, Set<String> households, @Nullable String mark) {
        MeetingDetails meeting = details("Picnic", DAY, LocalTime.of(10, 0), hub);
        return new MeetingDetails(
                meeting.title(),
                meeting.starts(),
                meeting.ends(),
                hub,
                meeting.online(),
                meeting.children(),
                meeting.refreshments(),
                meeting.expect(),
                meeting.host(),
                meeting.professional(),
                meeting.topic(),
                meeting.places(),
                meeting.contact(),
                meeting.phone(),
                meeting.provider(),
                new Activity(place, cost, Set.of(), "None, please", true, households.isEmpty(), households, mark));
    }

    @Test
    void aDraftIsChangedWithoutAWord() {
        Meeting other = draft.describedAs(details("Coffee", DAY, LocalTime.NOON, "elm-lane"), 1, NOW);
        assertThat(other.changes()).isEmpty();
        assertThat(other.sequence()).isZero();
        refused(() -> other.describedAs(details, 1, NOW), MeetingRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void aMovedDateOfASeriesStaysMoved() {
        Meeting one = Meeting.draft("m", "g", details, new Meeting.SeriesDate("s", "2026-12-16", false), NOW, "gwen")
                .publish(NOW);
        Meeting moved = one.describedAs(details("Tea", DAY.plusDays(1), LocalTime.of(10, 0), "elm-lane"), 2, NOW);
        assertThat(moved.series()).isEqualTo(new Meeting.SeriesDate("s", "2026-12-16", true));
        assertThat(moved.describedAs(details("Cake", DAY.plusDays(1), LocalTime.of(10, 0), "elm-lane"), 3, NOW)
                        .series())
                .isEqualTo(new Meeting.SeriesDate("s", "2026-12-16", true));
    }

    @Test
    void whatHasBegunIsNeitherChangedNorCancelled() {
        Instant begun = details.starts();
        refused(
                () -> published.describedAs(details("Cake", DAY, LocalTime.NOON, "x"), 2, begun),
                MeetingRefusal.STARTED);
        refused(() -> published.cancel("No heating", begun), MeetingRefusal.STARTED);
        assertThat(published.hold(begun)).isSameAs(published);
        Meeting held = published.hold(details.ends());
        assertThat(held.state()).isEqualTo(Meeting.State.HELD);
        refused(() -> held.publish(NOW), MeetingRefusal.OVER);
    }

    @Test
    void aCancelledOneSaysWhyAndStaysSo() {
        Meeting cancelled = published.cancel("No heating", NOW);
        assertThat(cancelled.reason()).isEqualTo("No heating");
        assertThat(cancelled.sequence()).isEqualTo(1);
        assertThat(cancelled.hold(details.ends())).isSameAs(cancelled);
        refused(() -> cancelled.cancel("Again", NOW), MeetingRefusal.OVER);
        refused(() -> draft.cancel("Draft", NOW), MeetingRefusal.DRAFT);
    }

    private static void refused(ThrowingCallable act, Refusal why) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(List.of(refusal.why())).containsExactly(why));
    }

    private static MeetingDetails details(String title, LocalDate day, LocalTime time, String hub) {
        Instant start = WallTime.of(day, time).instant();
        return new MeetingDetails(
                title, start, start.plus(Duration.ofHours(2)), hub, "", true, "", "", "", "", "", 15, "", "", "", null);
    }
}
