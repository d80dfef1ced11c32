package hub.forum.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConcernTests {
    private static final Instant NOW = Instant.parse("2026-11-28T21:00:00Z");
    private static final Concern RAISED = Concern.raise("7f3kaxxxxxxx", "amina", "A mark on the arm", "", null, NOW);

    @Test
    void theFirstWhoReadsItHasReadIt() {
        Concern read = RAISED.acknowledge("lead", NOW.plusSeconds(60));
        assertThat(read.state()).isEqualTo(Concern.State.ACKNOWLEDGED);
        assertThat(read.acknowledge("another", NOW.plusSeconds(90))).isEqualTo(read);
    }

    @Test
    void whatIsDoneWasReadAndIsDoneOnce() {
        Concern done = RAISED.finish("lead", NOW.plusSeconds(60), "Rang them");
        assertThat(done.acknowledged()).isEqualTo(new Concern.Acknowledgement("lead", NOW.plusSeconds(60)));
        assertThat(done.open()).isFalse();
        assertThatThrownBy(() -> done.finish("lead", NOW, "Again")).isInstanceOf(Rejected.class);
    }

    @Test
    void onlyWhatNobodyHasReadIsRaisedAgain() {
        assertThat(RAISED.remind().reminders()).isEqualTo(1);
        Concern read = RAISED.acknowledge("lead", NOW);
        assertThat(read.remind()).isEqualTo(read);
    }
}
