package hub.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoClockTests {
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-23T00:30:00Z", "2026-11-23T07:59:00Z", "2026-11-23T12:00:00Z", "2026-11-23T23:59:00Z"})
    void whatIsOldKeepsItsHourAndTheOrderNeverChanges(Instant firstStart) {
        DemoClock clock = new DemoClock(firstStart);
        Instant twoDaysLessTwoHours = clock.ago(Duration.ofHours(46));
        assertThat(twoDaysLessTwoHours.atZone(Times.LONDON).getHour()).isEqualTo(22);
        assertThat(IntStream.range(0, 5_000).mapToObj(i -> clock.ago(Duration.ofMinutes(i))))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void whatIsFreshStaysFresh() {
        Instant firstStart = Instant.parse("2026-11-23T10:00:00Z");
        assertThat(new DemoClock(firstStart).ago(Duration.ofMinutes(2)))
                .isBetween(firstStart.minusSeconds(130), firstStart);
    }
}
