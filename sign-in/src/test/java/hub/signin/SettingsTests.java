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
