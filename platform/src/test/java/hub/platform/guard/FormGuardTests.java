package hub.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class FormGuardTests {
    private final FormGuard guard = new FormGuard();

    record Letter(@Careful String text, String note) {}

    private static GuardAnswer none() {
        return new GuardAnswer("", "");
    }

    @Test
    void warnsOfCarefulTextsAlone() {
        assertThat(guard.advice(new Letter("Nothing here", "Kayden is 7"), none()))
                .isNull();
        Advice advice = Objects.requireNonNull(guard.advice(new Letter("Kayden is 7", ""), none()));
        assertThat(advice.isAbout("text")).isTrue();
        assertThat(advice.isAbout("note")).isFalse();
    }

    @Test
    void aReasonCountsForTheWordsThatWereSeen() {
        Letter letter = new Letter("Kayden is 7", "");
        String seen = Objects.requireNonNull(guard.advice(letter, none())).seen();
        GuardAnswer reason = new GuardAnswer(seen, "not-a-child");
        assertThat(guard.advice(letter, new GuardAnswer(seen, ""))).isNotNull();
        assertThat(guard.advice(letter, reason)).isNull();
        assertThat(guard.postedAnyway(letter, reason)).containsExactly("name", "age");
        assertThat(guard.advice(new Letter("Kayden is 7, and so is Tia", ""), reason))
                .isNotNull();
    }

    @Test
    void generalWordsAreTakenForTheWordsThatWereSeen() {
        Letter letter = new Letter("Kayden is 7", "Kayden");
        String seen = Objects.requireNonNull(guard.advice(letter, none())).seen();
        assertThat(guard.general(letter, new GuardAnswer(seen, "general")))
                .isEqualTo(new Letter("(name) is (primary age)", "Kayden"));
        assertThat(guard.general(letter, new GuardAnswer("others", "general"))).isSameAs(letter);
    }
}
