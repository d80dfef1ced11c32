package hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.forms.KeptForm;
import hub.platform.signin.KeptForms;
import hub.platform.signin.ReturnAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

class SignedInTests {
    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.get("/login/oauth2/code/hearth"));

    @Test
    void theWriterIsLedToWhatTheyTyped() {
        session().getAttributes().put(KeptForm.ATTRIBUTE, form("amina"));
        assertThat(signIn("amina")).isEqualTo(URI.create("/sign-in/kept"));
        assertThat(new KeptForms(20, 200).of(session(), "amina").block()).isEqualTo(form("amina"));
    }

    @Test
    void anotherPersonOnTheSamePhoneGetsNothingOfIt() {
        session().getAttributes().put(KeptForm.ATTRIBUTE, form("amina"));
        assertThat(signIn("joe")).isEqualTo(URI.create("/"));
        assertThat(session().getAttributes()).doesNotContainKey(KeptForm.ATTRIBUTE);
        assertThat(new KeptForms(20, 200).of(session(), "joe").block()).isNull();
    }

    @Test
    void aFormThatDoesNotSayWhomItWasShownToIsGivenToNobody() {
        session().getAttributes().put(KeptForm.ATTRIBUTE, form(null));
        assertThat(signIn("joe")).isEqualTo(URI.create("/"));
        assertThat(new KeptForms(20, 200).of(session(), "joe").block()).isNull();
    }

    @Test
    void aSessionLastsLongerFromTheSignInOn() {
        session().setMaxIdleTime(Duration.ofDays(1));
        signIn("amina");
        assertThat(session().getMaxIdleTime()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void theTokenIsNotKeptAndNeitherIsMoreThanAPageCanHold() {
        assertThat(Objects.requireNonNull(form("amina")).fields()).containsOnlyKeys("text", "writer");
        MultiValueMap<String, String> huge = new LinkedMultiValueMap<>();
        huge.add("text", "x".repeat(100_000));
        assertThat(KeptForm.of("/threads", huge)).isNull();
    }

    private static KeptForm form(@org.jspecify.annotations.Nullable String writer) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.put("text", List.of("My words"));
        fields.add("_csrf", "token");
        if (writer != null) {
            fields.add("writer", writer);
        }
        return KeptForm.of("/threads/abc/posts", fields);
    }

    private WebSession session() {
        return Objects.requireNonNull(exchange.getSession().block());
    }

    private URI signIn(String account) {
        new SignedIn(new ReturnAddress(), Duration.ofDays(14))
                .onAuthenticationSuccess(
                        new WebFilterExchange(exchange, chain -> Mono.empty()),
                        UsernamePasswordAuthenticationToken.authenticated(account, "", List.of()))
                .block();
        return Objects.requireNonNull(exchange.getResponse().getHeaders().getLocation());
    }
}
