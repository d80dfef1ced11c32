package hub.forum.constellations.rota;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Names;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered for a while for whom. */
class LastKnownTests {
    private static final Instant NOW = Instant.parse("2026-05-04T22:00:00Z");

    private Instant now = NOW;
    private final LastKnown known = new LastKnown(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    private static OnCallNow.Known rota(int version) {
        Rota rota = new Rota("larkhill", List.of(), List.of(), List.of(), List.of(), CoverHours.USUAL, version);
        return new OnCallNow.Known("larkhill", "Larkhill", rota, new Names(Map.of()), NOW);
    }

    @Test
    void aSessionIsShownWhatWasReadLastForWhomever() {
        known.remember("of-amina", "amina", List.of(rota(1)));
        known.remember("of-joe", "joe", List.of(rota(2)));
        assertThat(known.of("of-amina")).containsExactly(rota(2));
        assertThat(known.of("of-nobody")).isEmpty();
    }

    @Test
    void nothingIsShownToWhoeverLeftOrWasNotHereForHalfADay() {
        known.remember("of-amina", "amina", List.of(rota(1)));
        known.remember("of-joe", "joe", List.of(rota(1)));
        known.forget("amina");
        assertThat(known.of("of-amina")).isEmpty();
        now = NOW.plus(LastKnown.KEPT).plus(Duration.ofSeconds(1));
        assertThat(known.of("of-joe")).isEmpty();
    }
}
