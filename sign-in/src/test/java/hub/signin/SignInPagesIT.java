package hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.LogWatch;
import hub.testkit.TestMongo;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SignInPagesIT {
    static final String DATABASE = "pages";
    static final String PASSWORD = "kettle tram heather";
    static final Map<String, String> JOAN = Map.of("username", "joan@example.org", "password", PASSWORD);

    static EmbeddedProvider provider;
    static String open;
    static String graceSubject;

    Browser browser;

    @BeforeAll
    static void startWithJoanAndAnOpenLink() {
        provider = EmbeddedProvider.start(Hub.settings(DATABASE));
        new Browser(provider.issuer())
                .fillIn(
                        provider.invite("Joan Archer", "joan@example.org")
                                .link()
                                .getPath(),
                        Map.of("password", PASSWORD, "again", PASSWORD));
        Invitation grace = provider.invite("Grace Bell", "grace@example.org");
        graceSubject = grace.subject();
        new Browser(provider.issuer()).fillIn(grace.link().getPath(), Map.of("password", PASSWORD, "again", PASSWORD));
        Stored.sessions(DATABASE).deleteMany(new Document());
        open = provider.invite("Amir Rahman", "amir@example.org").link().getPath();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void aNewBrowser() {
        Stored.attempts(DATABASE).deleteMany(new Document());
        browser = new Browser(provider.issuer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1",
                "GET /invitation/%00 HTTP/1.1",
                "GET /invitation/a%2Fb HTTP/1.1",
                "GET /sign-in?as[]=|{ HTTP/1.1",
                "GET /sign-in HTTP/1.1\r\nCookie: a={long}",
                "GET /sign-in?as={long} HTTP/1.1",
                "GET /sign-in and more HTTP/1.1",
                "GET /sign-in HTTP/1.1\r\nHost: [::x"
            })
    void whatTomcatItselfRefusesIsSaidInPlainWords(String request) throws Exception {
        try (Socket socket = new Socket("localhost", provider.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request.replace("{long}", "b".repeat(20_000))
                                    + (request.contains("Host:") ? "" : "\r\nHost: localhost")
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .contains("That did not quite work", "Go to the home page", "frame-ancestors 'none'")
                    .doesNotContain("HTTP Status", "Tomcat", "Exception");
        }
    }

    @Test
    void whatCannotBeReadInAFormIsNotInTheLog() {
        try (LogWatch log = LogWatch.start()) {
            assertThat(browser.get("/sign-in?as=Plantedword%ED%A0%80").status()).isEqualTo(400);
            assertThat(browser.get("/sign-in?as=x&password=Plantedword%FF").status())
                    .isEqualTo(400);
            Browser.Page broken = browser.send(browser.request("/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "_csrf=x&username=Plantedword%FF&password=Plantedword%FF")));
            assertThat(broken.status()).isBetween(300, 499);
            assertThat(log.lines()).noneMatch(line -> line.contains("Plantedword"));
        }
    }

    @Test
    void everyPageForbidsForeignAndInlineContent() {
        for (String address :
                List.of("/sign-in", open, "/invitation/none", "/nowhere", "/oauth2/authorize?client_id=x")) {
            Browser.Page page = browser.get(address);
            assertThat(page.header("content-security-policy"))
                    .as(address)
                    .isEqualTo("default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
                            + "form-action 'self' " + Hub.ORIGIN);
            assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(page.header("cache-control")).contains("no-store");
            assertThat(page.header("content-type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.body())
                    .startsWith("<!DOCTYPE html>")
                    .contains("lang=\"en-GB\"", "rel=\"stylesheet\"")
                    .containsPattern("href=\"/assets/hearth\\.[0-9a-f]{10}\\.css\"")
                    .containsPattern("href=\"/assets/mark\\.[0-9a-f]{10}\\.svg\"")
                    .doesNotContain("<script", "<style", " style=", " onclick=", "??");
        }
    }

    @Test
    void theStyleSheetAndTheMarkAreServed() {
        String page = browser.get("/sign-in").body();
        Browser.Page css = browser.get(asset(page, "hearth", "css"));
        assertThat(css.body()).contains(".masthead");
        assertThat(css.header("cache-control")).contains("max-age=31536000");
        assertThat(browser.get(asset(page, "mark", "svg")).header("content-type"))
                .startsWith("image/svg+xml");
        assertThat(browser.get("/assets/hearth.css").status()).isEqualTo(404);
        assertThat(browser.get("/assets/../templates/layout.html").status()).isIn(400, 404);
        assertThat(browser.get("/templates/layout.html").status()).isEqualTo(404);
    }

    private static String asset(String page, String name, String type) {
        Matcher address =
                Pattern.compile("/assets/" + name + "\\.[0-9a-f]{10}\\." + type).matcher(page);
        assertThat(address.find()).as(name).isTrue();
        return address.group();
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        new Hub(provider.issuer(), browser).authorize();
        Browser.Page signedIn = browser.fillIn("/sign-in", JOAN);
        assertThat(signedIn.cookies())
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure"));
        assertThat(signedIn.cookies()).anyMatch(cookie -> cookie.startsWith("HEARTH_SIGN_IN="));
    }

    @Test
    void underTlsTheCookiesAreSecureAndTheProxysWordCounts() {
        Settings behindProxy = new Settings(
                0,
                TestMongo.uri(DATABASE),
                "https://sign-in.example.org",
                "https://hearth.example.org",
                Hub.SECRET,
                "Hearth",
                false,
                List.of(),
                "");
        try (EmbeddedProvider secure = EmbeddedProvider.start(behindProxy)) {
            Browser local = new Browser("http://127.0.0.1:" + secure.port());
            assertThat(local.get("/sign-in").cookies())
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
            assertThat(local.get("/.well-known/openid-configuration").body())
                    .contains("\"authorization_endpoint\":\"https://sign-in.example.org/oauth2/authorize\"");
        }
    }

    @Test
    void aVisitCostsNoSessionUntilTheHubSendsSomebody() {
        browser.get("/sign-in");
        browser.get("/nowhere");
        browser.get(open);
        assertThat(browser.cookies()).doesNotContainKey("HEARTH_SIGN_IN");
    }

    @Test
    void aNetworkStartsSoManySignInsAndNoMore() {
        Browser stranger = Browser.from("127.0.0.8", provider.issuer());
        Hub hub = new Hub(provider.issuer(), stranger);
        for (int i = 0; i < 300; i++) {
            assertThat(hub.authorize().status()).isEqualTo(302);
            stranger.lose("HEARTH_SIGN_IN");
        }
        Browser.Page refused = hub.authorize();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("Please wait a little");
        assertThat(refused.cookies()).noneMatch(cookie -> cookie.startsWith("HEARTH_SIGN_IN="));
        assertThat(new Hub(provider.issuer(), browser).authorize().status())
                .as("from elsewhere")
                .isEqualTo(302);
    }

    @Test
    void whoComesStraightHereIsLedToTheHub() {
        assertThat(browser.get("/").location()).isEqualTo(Hub.ORIGIN + "/");
        assertThat(browser.fillIn("/sign-in", JOAN).location())
                .as("where the hub finds out who signed in here")
                .isEqualTo(Hub.ORIGIN + "/oauth2/authorization/hearth");
    }

    @Test
    void ofTwoTabsThePersonIsSignedInWhoGaveTheLastRightPassword() {
        Hub hub = new Hub(provider.issuer(), browser);
        hub.authorize();
        String token = Browser.token(browser.get("/sign-in"));
        String inTheOtherTab = Browser.token(browser.get("/sign-in"));
        assertThat(browser.post("/sign-in", token, JOAN).status()).isEqualTo(303);

        Map<String, String> grace = Map.of("username", "grace@example.org", "password", PASSWORD);
        assertThat(browser.post("/sign-in", inTheOtherTab, Map.of("username", "grace@example.org", "password", "wrong"))
                        .status())
                .isEqualTo(422);
        assertThat(Stored.sessions(DATABASE).countDocuments(new Document("principal", graceSubject)))
                .isZero();
        Browser.Page signedIn = browser.post("/sign-in", inTheOtherTab, grace);
        assertThat(signedIn.location()).isEqualTo(Hub.ORIGIN + "/oauth2/authorization/hearth");
        assertThat(Hub.code(hub.authorize())).isNotBlank();
        assertThat(Stored.sessions(DATABASE).countDocuments(new Document("principal", graceSubject)))
                .isOne();
    }

    /** The token is right, and its cookie comes along: as if another site had planted both. */
    @Test
    void aFormOfAnotherSiteIsRefusedAlsoWithARightToken() {
        String token = Browser.token(browser.get("/sign-in"));
        Map<String, String> fields = new java.util.HashMap<>(JOAN);
        fields.put("_csrf", token);
        for (String foreign : List.of("https://elsewhere.example.com", "null", "http://localhost")) {
            assertThat(browser.send(form(fields).header("Origin", foreign)).status())
                    .as(foreign)
                    .isEqualTo(403);
        }
        assertThat(browser.send(form(fields).header("Origin", provider.issuer()))
                        .status())
                .isEqualTo(303);
    }

    private HttpRequest.Builder form(Map<String, String> fields) {
        return browser.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Browser.form(fields)));
    }

    @Test
    void noAddressInAFormOrALinkChangesWhereSigningInLeads() {
        String token = Browser.token(browser.get("/sign-in?continue=https://elsewhere.example.com&next=//elsewhere"));
        Map<String, String> tampered = new java.util.HashMap<>(JOAN);
        for (String name : List.of("continue", "next", "redirect_uri", "returnTo", "spring-security-redirect")) {
            tampered.put(name, "https://elsewhere.example.com/");
        }
        assertThat(browser.post("/sign-in?continue=https://elsewhere.example.com", token, tampered)
                        .location())
                .isEqualTo(Hub.ORIGIN + "/oauth2/authorization/hearth");
    }

    @Test
    void aStaleFormBeginsAgainAtTheHub() {
        assertThat(browser.post("/sign-in", "stale", JOAN).location())
                .isEqualTo(Hub.ORIGIN + "/oauth2/authorization/hearth");
        String token = Browser.token(browser.get("/sign-in"));
        browser.lose("HEARTH_SIGN_IN_CSRF");
        assertThat(browser.post("/sign-in", token, JOAN).location())
                .isEqualTo(Hub.ORIGIN + "/oauth2/authorization/hearth");
    }

    @Test
    void anErrorIsPlainAndSaysNothingOfTheInside() {
        Browser.Page missing = browser.get("/nowhere");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("We cannot find that page");
        Browser.Page refused = browser.get("/oauth2/authorize?client_id=x&response_type=code");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("That did not quite work");
        for (Browser.Page page : List.of(missing, refused, browser.get("/error"), browser.get("/sign-in;x=1"))) {
            assertThat(page.body()).doesNotContain("Exception", "org.springframework", "Whitelabel", "Tomcat/");
        }
    }

    @Test
    void aPasswordWithLettersOfAllKindsAndLengthWorks() {
        String phrase = "Grüße, très—long ".repeat(11) + "ё";
        Invitation invitation = provider.invite("Zofia Nowak", "zofia@example.org");
        browser.fillIn(invitation.link().getPath(), Map.of("password", phrase, "again", phrase));
        Browser another = new Browser(provider.issuer());
        assertThat(another.fillIn("/sign-in", Map.of("username", "zofia@example.org", "password", phrase))
                        .status())
                .isEqualTo(303);
        assertThat(another.fillIn(
                                "/sign-in",
                                Map.of("username", "zofia@example.org", "password", phrase.substring(0, 100)))
                        .status())
                .isEqualTo(422);
    }
}
