package hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {
    private final Passwords passwords = new Passwords();

    @Test
    void lengthIsWhatCounts() {
        assertThat(passwords.problem("kettle tram", "joan@example.org")).isEmpty();
        assertThat(passwords.problem("ketlle tr", "joan@example.org")).contains("invitation.password.short");
        assertThat(passwords.problem("kettle ".repeat(28) + "tram", "joan@example.org"))
                .isEmpty();
        assertThat(passwords.problem("kettle ".repeat(28) + "trams", "joan@example.org"))
                .contains("invitation.password.long");
    }

    @Test
    void aSignOutsideTheAlphabetCountsOnce() {
        assertThat(passwords.problem("🫖🚋🌿🫖🚋🌿🫖🚋🌿🫖", "joan@example.org"))
                .isEmpty();
        assertThat(passwords.problem("🫖🚋🌿🫖🚋🌿🫖🚋🌿", "joan@example.org")).contains("invitation.password.short");
    }

    @Test
    void whatEverybodyUsesAndTheUsernameAreRefused() {
        assertThat(passwords.problem("QwertyUiop", "joan@example.org")).contains("invitation.password.common");
        assertThat(passwords.problem("ababababababab", "joan@example.org")).contains("invitation.password.common");
        assertThat(passwords.problem("Joan@Example.org", "joan@example.org")).contains("invitation.password.username");
        assertThat(passwords.problem("joan.archer", "joan.archer@example.org"))
                .contains("invitation.password.username");
    }

    @Test
    void bothWaysToTypeALetterAreTheSamePassword() {
        String encoded = passwords.encode("caf\u00e9 by the river");
        assertThat(passwords.matches("cafe\u0301 by the river", encoded)).isTrue();
        assertThat(passwords.matches("cafe by the river", encoded)).isFalse();
    }

    @Test
    void everyLetterOfALongPasswordCounts() {
        String encoded = passwords.encode("x".repeat(150) + "a");
        assertThat(passwords.matches("x".repeat(150) + "b", encoded)).isFalse();
        assertThat(passwords.matches("x".repeat(150) + "a", encoded)).isTrue();
    }

    @Test
    void onlyThePasswordOfTheDemoIsKeptWithoutBcrypt() {
        assertThat(passwords.encode("caf\u00e9 by the river")).startsWith("{bcrypt-hmac}$2a$10$");
        String openly = passwords.encodeOpenly("caf\u00e9 by the river");
        assertThat(passwords.matches("cafe\u0301 by the river", openly)).isTrue();
        assertThat(passwords.matches("cafe by the river", openly)).isFalse();
    }

    @Test
    void nobodyWithoutAPasswordIsLetIn() {
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.matches("anything", null)).isFalse();
    }
}
