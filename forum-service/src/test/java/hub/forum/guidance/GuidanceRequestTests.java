package hub.forum.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What may become of a request for guidance. */
class GuidanceRequestTests {
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");

    private final GuidanceRequest asked = GuidanceRequest.ask("r", "amina", GuidanceTopic.SCHOOL, "Exclusion", NOW);
    private final GuidanceRequest.Talk talk = new GuidanceRequest.Talk("helen", NOW.plusSeconds(90_000), "We ring you");

    @Test
    void askedThenBookedThenDone() {
        GuidanceRequest booked = asked.book(talk);
        assertThat(booked.state()).isEqualTo(GuidanceRequest.State.BOOKED);
        assertThat(booked.book(talk).talk()).isEqualTo(talk);
        GuidanceRequest done = booked.finish();
        assertThat(done.open()).isFalse();
        assertThat(done.finish()).isSameAs(done);
        assertThatThrownBy(() -> done.book(talk)).isInstanceOf(Rejected.class);
        assertThatThrownBy(done::withdraw).isInstanceOf(Rejected.class);
    }

    @Test
    void whatIsTakenBackIsOver() {
        GuidanceRequest withdrawn = asked.withdraw();
        assertThat(withdrawn.withdraw()).isSameAs(withdrawn);
        assertThatThrownBy(() -> withdrawn.book(talk)).isInstanceOf(Rejected.class);
        assertThatThrownBy(withdrawn::finish).isInstanceOf(Rejected.class);
    }

    @Test
    void onlyWhatNobodyHasBookedIsRaisedAndOnce() {
        GuidanceRequest raised = asked.raise(NOW);
        assertThat(raised.raisedAt()).isEqualTo(NOW);
        assertThat(raised.raise(NOW.plusSeconds(1))).isSameAs(raised);
        GuidanceRequest booked = asked.book(talk);
        assertThat(booked.raise(NOW)).isSameAs(booked);
    }
}
