package hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import hub.testkit.TestMongo;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.util.UriComponentsBuilder;

/** The hub's half of OpenID Connect, as one browser makes it do. */
final class Hub {
    static final String ORIGIN = "http://localhost:8080";
    static final String SECRET = "the secret of the hub";
    static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-allowed-0123456789";

    private final String issuer;
    private final Browser browser;

    Hub(String issuer, Browser browser) {
        this.issuer = issuer;
        this.browser = browser;
    }

    static Settings settings(String database) {
        return new Settings(0, TestMongo.uri(database), "", ORIGIN, SECRET, "Hearth", false, List.of(), "");
    }

    Map<String, String> request() {
        return new TreeMap<>(Map.of(
                "response_type", "code",
                "client_id", "hearth",
                "scope", "openid profile email",
                "state", "a-state",
                "nonce", "a-nonce",
                "redirect_uri", ORIGIN + "/login/oauth2/code/hearth",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
    }

    Browser.Page authorize() {
        return authorize(request());
    }

    Browser.Page authorize(Map<String, String> request) {
        return browser.get("/oauth2/authorize?" + Browser.form(request));
    }

    /** From the hub's start to the code in the address that leads back. */
    String signIn(String username, String password) {
        Browser.Page toSignIn = authorize();
        assertThat(toSignIn.status()).isEqualTo(302);
        assertThat(toSignIn.location()).endsWith("/sign-in");
        Browser.Page signedIn = browser.fillIn("/sign-in", Map.of("username", username, "password", password));
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(303);
        assertThat(signedIn.location()).startsWith(issuer + "/oauth2/authorize?");
        return code(browser.get(signedIn.location()));
    }

    static String code(Browser.Page back) {
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location()).startsWith(ORIGIN + "/login/oauth2/code/hearth?");
        var query = UriComponentsBuilder.fromUri(URI.create(back.location()))
                .build()
                .getQueryParams();
        assertThat(query.getFirst("state")).isEqualTo("a-state");
        assertThat(query.getFirst("code")).isNotBlank();
        return query.getFirst("code");
    }

    Browser.Page tokens(String code, String verifier, String secret) {
        String basic = Base64.getEncoder()
                .encodeToString(("hearth:" + java.net.URLEncoder.encode(secret, UTF_8)).getBytes(UTF_8));
        return new Browser(issuer)
                .send(browser.request("/oauth2/token")
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Browser.form(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                ORIGIN + "/login/oauth2/code/hearth",
                                "code_verifier",
                                verifier)))));
    }

    String tokenOf(Browser.Page tokens, String kind) {
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        String after = tokens.body().substring(tokens.body().indexOf("\"" + kind + "\":\"") + kind.length() + 4);
        return after.substring(0, after.indexOf('"'));
    }

    String idToken(String username, String password) {
        return tokenOf(tokens(signIn(username, password), VERIFIER, SECRET), "id_token");
    }

    /** Checked against the keys that the provider publishes now. */
    Jwt verified(String token) {
        return NimbusJwtDecoder.withJwkSetUri(issuer + "/oauth2/jwks").build().decode(token);
    }

    Browser.Page signOut(String idToken) {
        return browser.get("/connect/logout?"
                + Browser.form(Map.of(
                        "id_token_hint",
                        idToken,
                        "client_id",
                        "hearth",
                        "post_logout_redirect_uri",
                        ORIGIN + "/sign-in/out")));
    }

    static String subjectIn(String token) throws Exception {
        return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
