package hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.security.oauth2.jwt.Jwt;

@Timeout(120)
class EmbeddedProviderIT {
    static final String DATABASE = "provider";
    static final String PASSWORD = "kettle tram heather";

    static EmbeddedProvider provider;
    static String joan;
    static String amir;

    Browser browser;
    Hub hub;

    @BeforeAll
    static void startWithTwoPeople() {
        provider = EmbeddedProvider.start(Hub.settings(DATABASE));
        joan = join("Joan Archer", "Joan@Example.org");
        amir = join("Amir Rahman", "amir@example.org");
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void aNewBrowser() {
        Stored.attempts(DATABASE).deleteMany(new Document());
        browser = new Browser(provider.issuer());
        hub = new Hub(provider.issuer(), browser);
    }

    static String join(String name, String email) {
        Invitation invitation = provider.invite(name, email);
        Browser.Page chosen = new Browser(provider.issuer())
                .fillIn(invitation.link().getPath(), Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(chosen.status()).isEqualTo(303);
        return invitation.subject();
    }

    @Test
    void aCarerSignsInAndTheHubLearnsWhoTheyAre() {
        Browser.Page tokens = hub.tokens(hub.signIn(" JOAN@example.org ", PASSWORD), Hub.VERIFIER, Hub.SECRET);
        Jwt claims = hub.verified(hub.tokenOf(tokens, "id_token"));

        assertThat(claims.getSubject()).isEqualTo(joan).hasSize(12);
        assertThat(claims.getIssuer()).hasToString(provider.issuer());
        assertThat(claims.getAudience()).containsExactly("hearth");
        assertThat(claims.getClaimAsString("nonce")).isEqualTo("a-nonce");
        assertThat(claims.getClaimAsString("name")).isEqualTo("Joan Archer");
        assertThat(claims.getClaimAsString("email")).isEqualTo("joan@example.org");
        assertThat(claims.getClaimAsString("preferred_username")).isEqualTo("joan@example.org");

        Browser.Page userInfo = browser.send(
                browser.request("/userinfo").header("Authorization", "Bearer " + hub.tokenOf(tokens, "access_token")));
        assertThat(userInfo.body()).contains(joan, "Joan Archer", "joan@example.org");
    }

    @Test
    void discoveryNamesTheIssuerAndTheWayOut() {
        assertThat(browser.get("/.well-known/openid-configuration").body())
                .contains("\"issuer\":\"" + provider.issuer() + "\"")
                .contains("\"end_session_endpoint\":\"" + provider.issuer() + "/connect/logout\"")
                .contains("S256");
    }

    @Test
    void whoIsSignedInHereDoesNotTypeAgain() {
        hub.signIn("joan@example.org", PASSWORD);
        assertThat(Hub.code(hub.authorize())).isNotBlank();
    }

    @Test
    void withoutProofKeyThereIsNoCode() {
        hub.signIn("joan@example.org", PASSWORD);
        Map<String, String> request = hub.request();
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        assertThat(hub.authorize(request).location())
                .startsWith(Hub.ORIGIN)
                .contains("error=invalid_request")
                .doesNotContain("code=");
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifierOrTheHubsSecret() {
        assertThat(hub.tokens(hub.signIn("joan@example.org", PASSWORD), "x".repeat(50), Hub.SECRET)
                        .status())
                .isEqualTo(400);
        assertThat(hub.tokens(Hub.code(hub.authorize()), Hub.VERIFIER, "another")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aCodeIsNeverSentToAnotherAddress() {
        hub.signIn("joan@example.org", PASSWORD);
        Map<String, String> request = hub.request();
        request.put("redirect_uri", "https://elsewhere.example.com/");
        Browser.Page refused = hub.authorize(request);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.location()).isEmpty();
        assertThat(refused.body()).contains("That did not quite work");
    }

    @Test
    void tokensSessionsAndSigningOutSurviveARestart() {
        EmbeddedProvider first = EmbeddedProvider.start(Hub.settings(DATABASE));
        Browser phone = new Browser(first.issuer());
        Hub before = new Hub(first.issuer(), phone);
        String idToken = before.idToken("joan@example.org", PASSWORD);
        first.close();

        Settings samePort = Hub.settings(DATABASE).at(first.port());
        try (EmbeddedProvider second = EmbeddedProvider.start(samePort)) {
            assertThat(second.issuer()).isEqualTo(first.issuer());
            assertThat(before.verified(idToken).getSubject()).isEqualTo(joan);
            assertThat(Hub.code(before.authorize())).isNotBlank();
            assertThat(before.signOut(idToken).location()).isEqualTo(Hub.ORIGIN + "/sign-in/out");
            assertThat(before.authorize().location()).endsWith("/sign-in");
        }
    }

    @Test
    void signingOutAtTheHubEndsTheSessionHere() {
        String idToken = hub.idToken("joan@example.org", PASSWORD);
        String session = browser.cookies().get("HEARTH_SIGN_IN");
        Browser.Page out = hub.signOut(idToken);
        assertThat(out.status()).isEqualTo(302);
        assertThat(out.location()).isEqualTo(Hub.ORIGIN + "/sign-in/out");

        browser.cookies().put("HEARTH_SIGN_IN", session);
        assertThat(hub.authorize().location()).endsWith("/sign-in");
    }

    @Test
    void signingOutOnThePhoneLeavesTheLaptopAlone() {
        String onThePhone = hub.idToken("joan@example.org", PASSWORD);
        Browser laptop = new Browser(provider.issuer());
        Hub laptopsHub = new Hub(provider.issuer(), laptop);
        laptopsHub.signIn("joan@example.org", PASSWORD);

        assertThat(hub.signOut(onThePhone).location()).isEqualTo(Hub.ORIGIN + "/sign-in/out");
        assertThat(Hub.code(laptopsHub.authorize())).isNotBlank();
    }

    @Test
    void somebodyElsesTokenDoesNotSignOutUnasked() {
        String joans = new Hub(provider.issuer(), new Browser(provider.issuer())).idToken("joan@example.org", PASSWORD);
        hub.signIn("amir@example.org", PASSWORD);

        assertThat(hub.signOut(joans).location()).endsWith("/sign-out");
        assertThat(Hub.code(hub.authorize())).isNotBlank();
        assertThat(browser.get("/sign-out").body()).contains("Do you want to sign out?");
        assertThat(browser.fillIn("/sign-out", Map.of()).location()).isEqualTo(Hub.ORIGIN + "/");
        assertThat(hub.authorize().location()).endsWith("/sign-in");
    }

    @Test
    void aSignOutNeverLeadsAnywhereButToTheHub() {
        String idToken = hub.idToken("joan@example.org", PASSWORD);
        Browser.Page page = browser.get("/connect/logout?"
                + Browser.form(Map.of(
                        "id_token_hint", idToken, "post_logout_redirect_uri", "https://elsewhere.example.com/")));
        assertThat(page.location()).endsWith("/sign-out");
    }

    @Test
    void aTokenSignedByAnybodyElseIsNoReasonToSignOut() {
        hub.signIn("joan@example.org", PASSWORD);
        assertThat(hub.signOut("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.").location())
                .endsWith("/sign-out");
    }

    @Test
    void theSessionGetsANewNameWhenSomebodySignsIn() {
        hub.authorize();
        String before = browser.cookies().get("HEARTH_SIGN_IN");
        hub.signIn("joan@example.org", PASSWORD);
        assertThat(browser.cookies().get("HEARTH_SIGN_IN")).isNotEqualTo(before);
    }

    @Test
    void signingInLeavesNoOtherSessionBehindAndItLastsTwelveHours() {
        Stored.sessions(DATABASE).deleteMany(new Document());
        hub.signIn("joan@example.org", PASSWORD);
        Document only = Objects.requireNonNull(Stored.sessions(DATABASE).find().first());
        assertThat(Stored.sessions(DATABASE).countDocuments()).isOne();
        assertThat(only.getString("principal")).isEqualTo(joan);
        assertThat(Duration.between(Instant.now(), only.getDate("expireAt").toInstant()))
                .isBetween(Duration.ofHours(11), Duration.ofHours(12));
    }

    @Test
    void aSessionThatWasEndedDoesNotComeBackByRequestsOfTheSameMoment() throws Exception {
        String subject = provider.invite("Ines Costa", "ines@example.org").subject();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                new Browser(provider.issuer())
                        .fillIn(
                                provider.inviteAgain(subject).link().getPath(),
                                Map.of("password", PASSWORD, "again", PASSWORD));
                hub.signIn("ines@example.org", PASSWORD);
                String session = browser.cookies().get("HEARTH_SIGN_IN");
                List<Callable<Object>> atOnce = new ArrayList<>(Collections.nCopies(6, hub::authorize));
                atOnce.add(3, () -> provider.inviteAgain(subject));
                for (Future<Object> done : threads.invokeAll(atOnce)) {
                    done.get();
                }
                browser.cookies().put("HEARTH_SIGN_IN", session);
                assertThat(hub.authorize().location()).as("try " + i).endsWith("/sign-in");
            }
        }
    }

    @Test
    void whatIsStoredTellsNoPassword() {
        Document stored = Stored.in(DATABASE)
                .getCollection("sign_in_people")
                .find(new Document("_id", joan))
                .first();
        assertThat(stored.keySet()).containsExactlyInAnyOrder("_id", "name", "username", "password", "demo");
        assertThat(stored.getString("password")).startsWith("{bcrypt-hmac}$2").doesNotContain(PASSWORD);
    }

    @Test
    void whatLapsesIsClearedAwayAndSearchedByIndex() {
        assertThat(indexes("sign_in_sessions")).contains("expireAt ttl", "principal");
        assertThat(indexes("sign_in_attempts")).contains("expireAt ttl");
        assertThat(indexes("sign_in_people")).contains("username unique", "link.tokenHash");
    }

    @Test
    void thereIsOneConnectionPoolAndItIsItsOwn() {
        List<String> clients = Stored.in("admin")
                .aggregate(List.of(
                        new Document("$currentOp", new Document("idleConnections", true).append("allUsers", true)),
                        new Document("$match", new Document("clientMetadata.driver", new Document("$exists", true))),
                        new Document("$group", new Document("_id", "$appName"))))
                .map(client -> client.getString("_id"))
                .into(new java.util.ArrayList<>());
        assertThat(clients).containsExactlyInAnyOrder("hearth-sign-in", "test");
    }

    @Test
    void aPortInUseIsSaid() {
        assertThatThrownBy(() -> EmbeddedProvider.start(Hub.settings(DATABASE).at(provider.port())))
                .hasRootCauseInstanceOf(java.net.BindException.class)
                .satisfiesAnyOf(
                        failed -> assertThat(failed).isInstanceOf(PortInUseException.class),
                        failed -> assertThat(failed).hasCauseInstanceOf(PortInUseException.class));
    }

    @Test
    void aLapsedSessionBeginsAgainAtTheHub() {
        hub.authorize();
        String token = Browser.token(browser.get("/sign-in"));
        Stored.in(DATABASE)
                .getCollection("sign_in_sessions")
                .updateMany(new Document(), Updates.set("expireAt", new Date(0)));
        Stored.in(DATABASE).getCollection("sign_in_sessions").deleteMany(new Document());
        assertThat(browser.post("/sign-in", token, Map.of("username", "joan@example.org", "password", PASSWORD))
                        .location())
                .isEqualTo(Hub.ORIGIN + "/oauth2/authorization/hearth");
    }

    @Test
    void aSessionThatCannotBeReadAnyMoreLeadsToTheSignInPage() {
        hub.signIn("joan@example.org", PASSWORD);
        long changed = Stored.sessions(DATABASE)
                .updateMany(new Document(), Updates.set("attr", new org.bson.types.Binary(new byte[] {1, 2, 3})))
                .getModifiedCount();
        assertThat(changed).isPositive();
        assertThat(hub.authorize().location()).endsWith("/sign-in");
        assertThat(hub.signIn("joan@example.org", PASSWORD)).isNotBlank();
    }

    private static List<String> indexes(String collection) {
        return Stored.in(DATABASE)
                .getCollection(collection)
                .listIndexes()
                .map(index -> String.join("+", index.get("key", Document.class).keySet())
                        + (index.containsKey("expireAfterSeconds") ? " ttl" : "")
                        + (index.getBoolean("unique", false) ? " unique" : ""))
                .into(new java.util.ArrayList<>());
    }
}
