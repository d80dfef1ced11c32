package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTests {
    @Test
    void anOriginIsWhatPeopleTypeWithoutAPath() {
        assertThat(Options.parse(List.of("--origin", "https://Hearth.Example.gov.uk/"))
                        .origin())
                .isEqualTo("https://hearth.example.gov.uk");
        assertThat(Options.parse(List.of()).origin()).isEmpty();
        for (String wrong : List.of(
                "http://hearth.example.org",
                "hearth.example.org",
                "https://a/b",
                "https://a b",
                "https://a;script-src")) {
            assertThatThrownBy(() -> Options.parse(List.of("--origin", wrong)))
                    .as(wrong)
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining(wrong);
        }
    }
}
