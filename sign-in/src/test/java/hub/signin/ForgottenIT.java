package hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who forgot the password is sent a link, and nobody learns from the page who has an account. */
@Timeout(120)
class ForgottenIT {
    private static final String DATABASE = "forgotten";
    private static final String PASSWORD = "kettle tram heather";
    private static final String ANOTHER = "seven quiet otters";
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final List<String> CHOSEN = new CopyOnWriteArrayList<>();

    private static EmbeddedProvider provider;

    private Browser browser;
    private String email;
    private String subject;

    @BeforeAll
    static void start() {
        provider = EmbeddedProvider.start(Hub.settings(DATABASE), new LinkLetters() {
            @Override
            public boolean goOut() {
                return true;
            }

            @Override
            public void ask(String whom) {
                ASKED.add(whom);
            }

            @Override
            public void passwordChosen(String whom, Instant at) {
                CHOSEN.add(whom);
            }
        });
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void somebodyHasAPassword() {
        Stored.attempts(DATABASE).deleteMany(new Document());
        ASKED.clear();
        browser = new Browser(provider.issuer());
        email = "forgetful" + PEOPLE.incrementAndGet() + "@example.org";
        Invitation invitation = provider.invite("Denise Holt", email);
        subject = invitation.subject();
        choose(invitation.link().getPath(), PASSWORD);
        assertThat(CHOSEN).as("the hub ends older sessions").contains(subject);
        browser = new Browser(provider.issuer());
    }

    private Browser.Page choose(String path, String password) {
        return browser.fillIn(path, Map.of("password", password, "again", password));
    }

    private Browser.Page ask(String who) {
        return browser.fillIn("/forgotten", Map.of("username", who));
    }

    @Test
    void theAnswerIsTheSameForEverybodyAndOnlyWhoIsKnownIsWrittenTo() {
        Browser.Page known = ask(" " + email.toUpperCase(Locale.ROOT));
        Browser.Page unknown = ask("nobody@example.org");
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.body()).contains("Look at your email", email);
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.body().replace("nobody@example.org", email)).isEqualTo(known.body());
        assertThat(ASKED).containsExactly(subject);
    }

    @Test
    void theLinkTakesNothingAwayUntilAnotherPasswordIsChosen() {
        String path = provider.link(subject).getPath();
        assertThat(browser.get(path).body()).contains("Welcome, Denise Holt.");
        assertThat(browser.get(path).status()).as("looking does not use it up").isEqualTo(200);
        Browser elsewhere = new Browser(provider.issuer());
        assertThat(new Hub(provider.issuer(), elsewhere).signIn(email, PASSWORD))
                .isNotBlank();

        assertThat(choose(path, ANOTHER).status()).isEqualTo(303);
        assertThat(browser.get(path).status()).as("it works once").isEqualTo(404);
        assertThat(new Hub(provider.issuer(), elsewhere).authorize().location())
                .as("whoever signed in with the old one is out")
                .endsWith("/sign-in");
        assertThat(elsewhere
                        .fillIn("/sign-in", Map.of("username", email, "password", PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(new Hub(provider.issuer(), new Browser(provider.issuer())).signIn(email, ANOTHER))
                .isNotBlank();
    }

    @Test
    void aNewerLinkEndsTheOneBefore() {
        String first = provider.link(subject).getPath();
        String second = provider.link(subject).getPath();
        assertThat(browser.get(first).status()).isEqualTo(404);
        assertThat(browser.get(second).status()).isEqualTo(200);
    }

    @Test
    void oneNameIsWrittenToThreeTimesAnHourAndThePageSaysNothingOfIt() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(email).body()).contains("Look at your email");
        }
        assertThat(ASKED).hasSize(3);
    }

    @Test
    void aNetworkAsksForTwentyAndThenWaits() {
        for (int i = 0; i < 20; i++) {
            assertThat(ask("nobody" + i + "@example.org").status()).isEqualTo(200);
        }
        Browser.Page refused = ask(email);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isNotBlank();
        assertThat(refused.body()).contains("value=\"" + email + "\"");
        assertThat(ASKED).isEmpty();
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        Browser.Page refused = ask("not an address");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Error:", "value=\"not an address\"");
    }

    @Test
    void withoutAMailServerThereIsNoSuchPageAndPeopleAskTheService() {
        try (EmbeddedProvider alone = EmbeddedProvider.start(Hub.settings(DATABASE + "2"))) {
            Browser there = new Browser(alone.issuer());
            assertThat(there.get("/forgotten").status()).isEqualTo(404);
            assertThat(there.get("/sign-in").body())
                    .doesNotContain("/forgotten")
                    .contains("Ask the fostering service");
        }
        assertThat(browser.get("/sign-in").body()).contains("href=\"/forgotten\"");
    }
}
