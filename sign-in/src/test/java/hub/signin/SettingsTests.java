package hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTests {

    @Test
    void aFreePortNamesTheIssuerUnlessItIsGiven() {
        assertThat(settings("", "http://localhost:8080").at(4711).issuer()).isEqualTo("http://localhost:4711");
        assertThat(settings("https://sign-in.example.org/", "http://localhost:8080")
                        .at(4711)
                        .issuer())
                .isEqualTo("https://sign-in.example.org");
    }

    @Test
    void theProviderMayBeBelowAPathOfTheHub() {
        Settings one = settings("https://hearth.example.org/identity", "https://hearth.example.org");
        assertThat(one.path()).isEqualTo("/identity");
        assertThat(one.origin()).isEqualTo("https://hearth.example.org");
        Settings alone = settings("http://localhost:8081", "http://localhost:8080");
        assertThat(alone.path()).isEmpty();
        assertThat(alone.origin()).isEqualTo("http://localhost:8081");
        for (String wrong : List.of("https://a/b/c", "https://a/b?c", "https://a/B;c", "ftp://a/b")) {
            assertThatThrownBy(() -> settings(wrong, "http://localhost:8080"))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theHubIsAnOriginAndNothingElse() {
        assertThat(settings("", "https://hearth.example.org/").hubSignIn())
                .isEqualTo("https://hearth.example.org/oauth2/authorization/hearth");
        for (String wrong : List.of("", "hearth.example.org", "javascript:x", "http://a; script-src *", "http://a/b")) {
            assertThatThrownBy(() -> settings("", wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void secretsStayOutOfLogs() {
        assertThat(settings("", "http://localhost:8080").toString())
                .doesNotContain("s3cret", "demo-password", "mongodb:");
    }

    private static Settings settings(String issuer, String hub) {
        return new Settings(
                0, "mongodb://localhost/x", issuer, hub, "s3cret", "Hearth", true, List.of(), "demo-password");
    }
}
