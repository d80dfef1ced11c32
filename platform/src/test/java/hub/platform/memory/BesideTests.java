package hub.platform.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What most ask for is made twice and then no more, whoever comes in between. */
class BesideTests {
    private final Beside<String, String> beside = new Beside<>();
    private final List<String> made = new ArrayList<>();

    private String ask(String from) {
        return beside.of(
                from,
                what -> {
                    made.add(what);
                    return "of " + what;
                },
                what -> what + ", kept");
    }

    @Test
    void theSecondInARowIsKept() {
        assertThat(List.of(ask("most"), ask("most"), ask("most")))
                .containsExactly("of most", "of most, kept", "of most, kept");
        assertThat(made).containsExactly("most", "most");
    }

    @Test
    void whoComesInBetweenTakesNobodysPlace() {
        ask("most");
        ask("most");
        assertThat(ask("one")).isEqualTo("of one");
        assertThat(ask("most")).isEqualTo("of most, kept");
        assertThat(ask("another")).isEqualTo("of another");
        assertThat(ask("most")).isEqualTo("of most, kept");
        assertThat(made).containsExactly("most", "most", "one", "another");
    }

    @Test
    void whatIsAskedForTwiceInARowTakesThePlace() {
        ask("yesterday");
        ask("yesterday");
        ask("today");
        ask("today");
        assertThat(ask("today")).isEqualTo("of today, kept");
        assertThat(ask("yesterday")).isEqualTo("of yesterday");
    }
}
