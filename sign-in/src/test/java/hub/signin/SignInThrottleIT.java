package hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SignInThrottleIT {
    static final String DATABASE = "throttle";
    static final String JOAN = "joan@example.org";
    static final String PASSWORD = "kettle tram heather";

    static EmbeddedProvider provider;
    static String joan;

    Browser browser;
    String token;

    @BeforeAll
    static void startWithJoan() {
        provider = EmbeddedProvider.start(Hub.settings(DATABASE));
        joan = provider.invite("Joan Archer", JOAN).subject();
        join();
    }

    private static void join() {
        new Browser(provider.issuer())
                .fillIn(provider.inviteAgain(joan).link().getPath(), Map.of("password", PASSWORD, "again", PASSWORD));
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void nobodyHasTriedYet() {
        Stored.attempts(DATABASE).deleteMany(new Document());
        browser = new Browser(provider.issuer());
        token = Browser.token(browser.get("/sign-in"));
    }

    @Test
    void afterSixWrongPasswordsTheRightOneHasToWaitTooAndEachWaitIsTwiceTheOneBefore() {
        for (int i = 0; i < 6; i++) {
            Browser.Page wrong = attempt(JOAN, "wrong");
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.body())
                    .contains("The email or the password is not right")
                    .doesNotContain("value=\"wrong\"");
        }
        Browser.Page refused = attempt("Joan@Example.org ", PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body())
                .contains("There were too many tries. Wait 30 seconds, then try again.")
                .contains("It may have been somebody else.", "ask the fostering service for a new link")
                .contains("<title>Error: Sign in – Hearth</title>");
        assertThat(waitOf(refused)).isBetween(20, 30);
        assertThat(waitOf(attempt(JOAN, "wrong")))
                .as("who comes too early makes no wait longer")
                .isBetween(10, 30);

        for (int minutes : List.of(1, 2, 4, 8, 15, 15)) {
            itIsTime();
            assertThat(attempt(JOAN, "wrong").status()).isEqualTo(422);
            Browser.Page again = attempt(JOAN, PASSWORD);
            assertThat(again.status()).isEqualTo(429);
            assertThat(waitOf(again)).isBetween(60 * minutes - 20, 60 * minutes);
            assertThat(again.body()).contains("Wait " + minutes + (minutes == 1 ? " minute," : " minutes,"));
        }
        itIsTime();
        assertThat(attempt(JOAN, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void aNameThatNobodyHasIsAnsweredInTheSameWay() {
        for (int i = 0; i < 7; i++) {
            Browser.Page known = attempt(JOAN, "wrong");
            Browser.Page unknown = attempt("nobody@example.org", "wrong");
            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(i < 6 ? 422 : 429);
            assertThat(withoutToken(unknown.body()).replace("nobody@example.org", JOAN))
                    .isEqualTo(withoutToken(known.body()));
        }
    }

    @Test
    void aNameThatNobodyHasIsAnsweredAsSlowly() {
        assertThat(fastest("nobody@example.org")).isGreaterThan(fastest(JOAN) / 2);
    }

    @Test
    void guessesFromElsewhereDoNotKeepAPersonOut() {
        Browser stranger = Browser.from("127.0.0.2", provider.issuer());
        String strangersToken = Browser.token(stranger.get("/sign-in"));
        for (int i = 0; i < 35; i++) {
            assertThat(stranger.post("/sign-in", strangersToken, Map.of("username", JOAN, "password", "wrong"))
                            .status())
                    .isEqualTo(i < 6 ? 422 : 429);
        }
        assertThat(attempt(JOAN, PASSWORD).status()).isEqualTo(303);
        assertThat(stranger.post("/sign-in", strangersToken, Map.of("username", JOAN, "password", PASSWORD))
                        .status())
                .as("that she signed in lets the stranger guess no more")
                .isEqualTo(429);
    }

    @Test
    void aNameThatIsGuessedFromManyNetworksWaitsAfterThirtyButAMinuteAtMost() {
        Browser known = new Browser(provider.issuer());
        assertThat(known.fillIn("/sign-in", Map.of("username", JOAN, "password", PASSWORD))
                        .status())
                .isEqualTo(303);
        guessedFromFiveNetworks();

        Browser.Page refused = attempt(JOAN, PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(waitOf(refused)).isBetween(1, 10);
        assertThat(known.fillIn("/sign-in", Map.of("username", JOAN, "password", PASSWORD))
                        .status())
                .as("where she has signed in before")
                .isEqualTo(303);
        assertThat(attempt("someone.else@example.org", "wrong").status()).isEqualTo(422);
        for (int i = 0; i < 6; i++) {
            itIsTime();
            attempt(JOAN, "wrong");
        }
        assertThat(waitOf(from("127.0.0.9").fillIn("/sign-in", Map.of("username", JOAN, "password", PASSWORD))))
                .isBetween(40, 60);
        itIsTime();
        assertThat(from("127.0.0.9")
                        .fillIn("/sign-in", Map.of("username", JOAN, "password", PASSWORD))
                        .status())
                .isEqualTo(303);
    }

    private static void guessedFromFiveNetworks() {
        for (int network = 2; network < 7; network++) {
            Browser one = from("127.0.0." + network);
            String itsToken = Browser.token(one.get("/sign-in"));
            for (int i = 0; i < 6; i++) {
                assertThat(one.post("/sign-in", itsToken, Map.of("username", JOAN, "password", "wrong"))
                                .status())
                        .isEqualTo(422);
            }
        }
    }

    @Test
    void aKnownDeviceIsNoWayToGuess() {
        assertThat(attempt(JOAN, PASSWORD).status()).isEqualTo(303);
        for (int i = 0; i < 6; i++) {
            assertThat(attempt(JOAN, "wrong").status()).isEqualTo(422);
        }
        assertThat(attempt(JOAN, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aDeviceIsKnownForAnAccountAndItsPasswordAndCannotBeMadeUp() {
        assertThat(attempt(JOAN, PASSWORD).status()).isEqualTo(303);
        String device = browser.cookies().get("HEARTH_DEVICE");
        guessedFromFiveNetworks();
        for (String other : List.of("made-up", device.substring(1), device + "x")) {
            browser.cookies().put("HEARTH_DEVICE", other);
            assertThat(attempt(JOAN, PASSWORD).status()).as(other).isEqualTo(429);
        }
        browser.cookies().put("HEARTH_DEVICE", "made-up." + device);
        assertThat(attempt(JOAN, PASSWORD).status()).isEqualTo(303);

        provider.inviteAgain(joan);
        Stored.attempts(DATABASE).deleteMany(new Document());
        guessedFromFiveNetworks();
        browser.cookies().put("HEARTH_DEVICE", device);
        assertThat(attempt(JOAN, PASSWORD).status())
                .as("after a new link the mark is worth nothing")
                .isEqualTo(429);
        join();
    }

    @Test
    void aNewPasswordClearsTheCounts() {
        String name = "walter@example.org";
        String subject = provider.invite("Walter Reed", name).subject();
        for (int i = 0; i < 7; i++) {
            attempt(name, "wrong");
        }
        assertThat(attempt(name, "wrong").status()).isEqualTo(429);
        new Browser(provider.issuer())
                .fillIn(
                        provider.inviteAgain(subject).link().getPath(),
                        Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(attempt(name, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void signingInClearsTheNamesCount() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 5; i++) {
                attempt(JOAN, "wrong");
            }
            assertThat(attempt(JOAN, PASSWORD).status()).isEqualTo(303);
            browser.lose("HEARTH_DEVICE");
        }
    }

    @Test
    void ofThirtyGuessesAtOnceSixAreLookedAt() throws Exception {
        List<Callable<Integer>> guesses =
                Collections.nCopies(30, () -> attempt(JOAN, "wrong").status());
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(guesses)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(status -> status == 422).hasSize(6);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(24);
    }

    @Test
    void anAddressThatTriesManyNamesWaitsAfterFortyButHalfAMinuteAtMost() {
        Browser known = new Browser(provider.issuer());
        assertThat(known.fillIn("/sign-in", Map.of("username", JOAN, "password", PASSWORD))
                        .status())
                .isEqualTo(303);
        for (int i = 0; i < 40; i++) {
            assertThat(attempt("carer" + i + "@example.org", "wrong").status()).isEqualTo(422);
        }
        Browser.Page refused = attempt(JOAN, PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(waitOf(refused)).isBetween(1, 5);
        assertThat(known.fillIn("/sign-in", Map.of("username", JOAN, "password", PASSWORD))
                        .status())
                .as("whoever has signed in here before")
                .isEqualTo(303);
        for (int i = 0; i < 5; i++) {
            itIsTime();
            attempt("another" + i + "@example.org", "wrong");
        }
        assertThat(waitOf(attempt(JOAN, PASSWORD))).isBetween(15, 30);
        itIsTime();
        assertThat(attempt(JOAN, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void noHeaderMakesAnotherAddressOfIt() {
        for (int i = 0; i < 40; i++) {
            assertThat(attempt("carer" + i + "@example.org", "wrong").status()).isEqualTo(422);
        }
        Browser.Page refused = browser.send(browser.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        Browser.form(Map.of("username", JOAN, "password", PASSWORD, "_csrf", token)))));
        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void whatIsTypedIsNotStoredAsItIs() {
        attempt("my password by mistake", "wrong");
        assertThat(Stored.attempts(DATABASE).find().map(Document::toJson).into(new ArrayList<>()))
                .hasSize(3)
                .noneMatch(json -> json.contains("mistake") || json.contains("127.0.0.1"));
    }

    @Test
    void emptyFieldsAreNamedAndDoNotCount() {
        Browser.Page page = attempt(" ", "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Two answers need another look")
                .contains("href=\"#username\">Enter your email</a>")
                .contains("href=\"#password\">Enter your password</a>")
                .contains("aria-describedby=\"username-error\"");
        assertThat(Stored.attempts(DATABASE).countDocuments()).isZero();
    }

    private static void itIsTime() {
        Stored.attempts(DATABASE).updateMany(new Document(), Updates.set("notBefore", new Date()));
    }

    private static int waitOf(Browser.Page refused) {
        return Integer.parseInt(refused.header("retry-after"));
    }

    private static Browser from(String address) {
        return Browser.from(address, provider.issuer());
    }

    private Browser.Page attempt(String username, String password) {
        return browser.post("/sign-in", token, Map.of("username", username, "password", password));
    }

    private long fastest(String username) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            assertThat(attempt(username, "wrong").status()).isEqualTo(422);
            fastest = Math.min(fastest, System.nanoTime() - begun);
        }
        return fastest;
    }

    private static String withoutToken(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
