package hub.forum.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTimesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-23T00:30:00Z", "2026-11-23T07:59:00Z", "2026-11-23T12:00:00Z", "2026-11-23T23:59:00Z"})
    void whatIsOldKeepsItsHourAndTheOrderNeverChanges(Instant firstStart) {
        Instant twoDaysLessTwoHours = DemoTimes.at(Duration.ofHours(46), firstStart);
        assertThat(twoDaysLessTwoHours.atZone(Times.LONDON).getHour()).isEqualTo(22);
        assertThat(IntStream.range(0, 5_000).mapToObj(i -> DemoTimes.at(Duration.ofMinutes(i), firstStart)))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void whatIsFreshStaysFresh() {
        Instant firstStart = Instant.parse("2026-11-23T10:00:00Z");
        assertThat(DemoTimes.at(Duration.ofMinutes(2), firstStart)).isBetween(firstStart.minusSeconds(130), firstStart);
    }
}
