package hub.forum.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VisitTests {
    private static final Instant SATURDAY = Instant.parse("2026-11-21T22:20:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-11-22T21:40:00Z");

    @Test
    void duringTheFirstVisitThereIsNothingToBeNewSince() {
        Visit first = Visit.first("amina", SATURDAY);
        assertThat(first.at(SATURDAY.plus(Duration.ofMinutes(29))).since()).isNull();
    }

    @Test
    void whoComesBackFindsWhatIsNewSinceTheyLeft() {
        Visit back = Visit.first("amina", SATURDAY).at(SUNDAY);
        assertThat(back.since()).isEqualTo(SATURDAY);
        assertThat(back.seen()).isEqualTo(SUNDAY);
    }

    @Test
    void aPageEveryHalfHourIsOneVisitHoweverLongItLasts() {
        Visit visit = Visit.first("amina", SATURDAY).at(SUNDAY);
        Instant now = SUNDAY;
        for (int page = 0; page < 10; page++) {
            now = now.plus(Visit.AWAY);
            visit = visit.at(now);
        }
        assertThat(visit.since()).isEqualTo(SATURDAY);
        assertThat(visit.at(now.plus(Visit.AWAY).plusMillis(1)).since()).isEqualTo(now);
    }

    @Test
    void whatIsNotedLateChangesNothing() {
        Visit visit = Visit.first("amina", SATURDAY).at(SUNDAY);
        assertThat(visit.at(SUNDAY.minusSeconds(5))).isEqualTo(visit);
    }
}
