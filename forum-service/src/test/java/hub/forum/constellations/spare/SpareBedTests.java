package hub.forum.constellations.spare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpareBedTests {
    @ParameterizedTest
    @CsvSource({
        // Friday, Saturday, Sunday to its last minute, Monday; the clocks go back on 25 October 2026.
        "2026-12-04T12:00:00Z, 2026-12-05, 2026-12-07T00:00:00Z",
        "2026-12-05T12:00:00Z, 2026-12-05, 2026-12-07T00:00:00Z",
        "2026-12-06T23:59:59Z, 2026-12-05, 2026-12-07T00:00:00Z",
        "2026-12-07T00:00:00Z, 2026-12-12, 2026-12-14T00:00:00Z",
        "2026-10-24T12:00:00Z, 2026-10-24, 2026-10-26T00:00:00Z",
        "2026-07-05T22:59:59Z, 2026-07-04, 2026-07-05T23:00:00Z",
    })
    void itIsForTheWeekendThatIsOrComesAndEndsWithItsSunday(Instant now, LocalDate saturday, Instant until) {
        SpareBed bed = SpareBed.of("g", "h", "a", now);
        assertThat(bed.saturday()).isEqualTo(saturday);
        assertThat(bed.until()).isEqualTo(until);
    }
}
