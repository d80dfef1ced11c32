package hub.platform.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FamilyHubTests {
    private static final Instant NOW = Instant.parse("2026-05-03T10:00:00Z");
    private static final HubFacts FACTS =
            new HubFacts("Elm Lane Family Hub", "Riverside", "14 Elm Lane", "ZZ1 2AB", StepFree.ALL, "", "", "", "");

    private final FamilyHub hub = FamilyHub.begin("elm-lane", FACTS, NOW, "edith");

    @Test
    void aChangeIsOfTheVersionThatWasSeen() {
        assertThat(hub.describedAs(FACTS, 1, NOW, "edith").version()).isEqualTo(2);
        assertThatThrownBy(() -> hub.describedAs(FACTS, 2, NOW, "edith")).isInstanceOf(Rejected.class);
    }

    @Test
    void retiredTwiceItIsRetiredOnce() {
        FamilyHub retired = hub.retire(NOW, "edith");
        assertThat(retired.retired()).isTrue();
        assertThat(retired.retire(NOW.plusSeconds(1), "ada")).isSameAs(retired);
        assertThat(retired.open(NOW, "edith").retired()).isFalse();
        assertThat(hub.line()).isEqualTo("Elm Lane Family Hub, 14 Elm Lane, ZZ1 2AB");
    }
}
