package hub.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ReturnAddressTests {
    private static final String COOKIE = "HEARTH_RETURN";

    private final ReturnAddress address = new ReturnAddress();

    @Test
    void afterSignInAReaderComesBackToWhereTheyWantedToGo() {
        ResponseCookie cookie = Objects.requireNonNull(saved("/library/topics/sleep?after=1&q=%C3%A9"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(back(cookie.getValue())).isEqualTo(URI.create("/library/topics/sleep?after=1&q=%C3%A9"));
    }

    @Test
    void theNextPersonOnTheSamePhoneLearnsNoNameFromIt() {
        assertThat(back(Objects.requireNonNull(saved("/threads/abc/a-secret-title?at=p1"))
                        .getValue()))
                .isEqualTo(URI.create("/threads/abc?at=p1"));
        assertThat(back(Objects.requireNonNull(saved("/groups/abc/agreement?return=%2Fgroups%2Fabc%2Fa-name"))
                        .getValue()))
                .isEqualTo(URI.create("/groups/abc"));
        assertThat(back(Objects.requireNonNull(saved("/threads/abc/posts/p1")).getValue()))
                .isEqualTo(URI.create("/threads/abc/posts/p1"));
    }

    @Test
    void aSignInThatFailedIsNotWhereTheyWantedToGo() {
        assertThat(saved("/oauth2/authorization/hearth")).isNull();
        assertThat(saved("/login/oauth2/code/hearth?code=1&state=2")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.org",
                "/\\evil.example.org",
                "http://evil.example.org",
                "javascript:alert(1)",
                "/\n/evil.example.org",
                "evil"
            })
    void aForgedCookieLeadsHome(String forged) {
        assertThat(back(encoded(forged))).isEqualTo(URI.create("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "not base64!", "Lw=", "L3sifQ", "IA"})
    void aBrokenCookieLeadsHomeOrNowhereButNeverAstray(String broken) {
        URI to = back(broken);
        assertThat(to == null || to.getHost() == null && to.toString().startsWith("/"))
                .as(String.valueOf(to))
                .isTrue();
    }

    @Test
    void whatWasSentByAFormIsNoAddressToComeBackTo() {
        MockServerWebExchange post = MockServerWebExchange.from(
                MockServerHttpRequest.post("https://hub.example.org/threads").accept(MediaType.TEXT_HTML));
        address.saveRequest(post).block();
        assertThat(post.getResponse().getCookies().getFirst(COOKIE)).isNull();
        assertThat(saved("/groups?after=" + "x".repeat(2_000))).isNull();
    }

    private ResponseCookie saved(String path) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.method(
                        org.springframework.http.HttpMethod.GET, URI.create("https://hub.example.org" + path))
                .accept(MediaType.TEXT_HTML));
        address.saveRequest(exchange).block();
        return exchange.getResponse().getCookies().getFirst(COOKIE);
    }

    private URI back(String cookie) {
        return address.getRedirectUri(MockServerWebExchange.from(
                        MockServerHttpRequest.get("/login").cookie(new HttpCookie(COOKIE, cookie))))
                .block();
    }

    private static String encoded(String path) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    }
}
