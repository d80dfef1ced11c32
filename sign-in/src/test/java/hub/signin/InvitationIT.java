package hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InvitationIT {
    static final String DATABASE = "invitations";
    static final String PASSWORD = "kettle tram heather";
    static final AtomicInteger PEOPLE = new AtomicInteger();

    static EmbeddedProvider provider;

    Browser browser;
    String email;
    Invitation invitation;
    String path;

    @BeforeAll
    static void start() {
        provider = EmbeddedProvider.start(Hub.settings(DATABASE));
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void somebodyIsInvited() {
        Stored.attempts(DATABASE).deleteMany(new Document());
        browser = new Browser(provider.issuer());
        email = "carer" + PEOPLE.incrementAndGet() + "@example.org";
        invitation = provider.invite("Denise Holt", email);
        path = invitation.link().getPath();
    }

    @Test
    void theLinkLeadsToAPasswordAndOnIntoTheHub() {
        assertThat(invitation.link().toString()).matches(provider.issuer() + "/invitation/[A-Za-z0-9_-]{43}");
        assertThat(browser.get(path).body()).contains("Welcome, Denise Holt.", "value=\"" + email + "\"");

        Browser.Page chosen = choose(browser, PASSWORD, PASSWORD);
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.location()).isEqualTo(Hub.ORIGIN + "/oauth2/authorization/hearth");
        assertThat(Hub.code(new Hub(provider.issuer(), browser).authorize())).isNotBlank();

        Browser another = new Browser(provider.issuer());
        assertThat(new Hub(provider.issuer(), another).signIn(email, PASSWORD)).isNotBlank();
    }

    @Test
    void lookingDoesNotUseTheLinkUpButChoosingDoes() {
        browser.get(path);
        String token = Browser.token(browser.get(path));
        assertThat(choose(browser, PASSWORD, PASSWORD).status()).isEqualTo(303);

        Browser.Page again = new Browser(provider.issuer()).get(path);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body())
                .contains("This link does not work any more", "ask the fostering service for a new link")
                .doesNotContain(email);
        assertThat(browser.post(path, token, Map.of("password", PASSWORD, "again", PASSWORD))
                        .status())
                .isIn(302, 404);
    }

    @Test
    void ofTwoWhoUseTheLinkAtOnceOneChooses() throws Exception {
        List<Browser> browsers =
                List.of(new Browser(provider.issuer()), new Browser(provider.issuer()), new Browser(provider.issuer()));
        List<Callable<Integer>> posts = browsers.stream()
                .map(each -> {
                    String token = Browser.token(each.get(path));
                    String password = "a password of " + System.identityHashCode(each);
                    return (Callable<Integer>)
                            () -> each.post(path, token, Map.of("password", password, "again", password))
                                    .status();
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(posts.size())) {
            List<Integer> answers =
                    threads.invokeAll(posts).stream().map(Future::resultNow).toList();
            assertThat(answers).containsExactlyInAnyOrder(303, 404, 404);
            int winner = answers.indexOf(303);
            for (Browser each : browsers) {
                int status =
                        new Hub(provider.issuer(), each).authorize().location().endsWith("/sign-in") ? 404 : 303;
                assertThat(status).isEqualTo(answers.get(browsers.indexOf(each)));
            }
            assertThat(new Hub(provider.issuer(), new Browser(provider.issuer()))
                            .signIn(email, "a password of " + System.identityHashCode(browsers.get(winner))))
                    .isNotBlank();
        }
    }

    @Test
    void aLinkEndsAfterSevenDays() {
        Date ends = Stored.people(DATABASE)
                .find(new Document("_id", invitation.subject()))
                .first()
                .get("link", Document.class)
                .getDate("expiresAt");
        assertThat(Duration.between(Instant.now(), ends.toInstant()))
                .isBetween(Duration.ofHours(167), Duration.ofDays(7));

        String token = Browser.token(browser.get(path));
        Stored.people(DATABASE)
                .updateOne(new Document("_id", invitation.subject()), Updates.set("link.expiresAt", new Date()));
        assertThat(browser.get(path).status()).isEqualTo(404);
        assertThat(browser.post(path, token, Map.of("password", PASSWORD, "again", PASSWORD))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theLinkItselfIsNotStored() {
        String token = path.substring(path.lastIndexOf('/') + 1);
        assertThat(Stored.people(DATABASE)
                        .find(new Document("_id", invitation.subject()))
                        .first()
                        .toJson())
                .doesNotContain(token);
        assertThat(invitation.toString()).doesNotContain(token);
    }

    @Test
    void nobodySignsInBeforeTheyHaveChosen() {
        for (String password : List.of(" ", "null", PASSWORD)) {
            assertThat(browser.fillIn("/sign-in", Map.of("username", email, "password", password))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void aNewLinkEndsTheOldPasswordTheOldLinkAndOpenSessions() {
        choose(browser, PASSWORD, PASSWORD);
        Hub hub = new Hub(provider.issuer(), browser);
        assertThat(Hub.code(hub.authorize())).isNotBlank();

        Invitation second = provider.inviteAgain(invitation.subject());
        Invitation third = provider.inviteAgain(invitation.subject());

        assertThat(hub.authorize().location()).endsWith("/sign-in");
        assertThat(browser.fillIn("/sign-in", Map.of("username", email, "password", PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(browser.get(second.link().getPath()).status()).isEqualTo(404);
        path = third.link().getPath();
        assertThat(choose(browser, "another one altogether", "another one altogether")
                        .status())
                .isEqualTo(303);
        assertThat(third.subject()).isEqualTo(invitation.subject());
    }

    @Test
    void aNewPasswordLetsSomebodyInWhoHadGuessedTooOften() {
        for (int i = 0; i < 7; i++) {
            browser.fillIn("/sign-in", Map.of("username", email, "password", "wrong"));
        }
        choose(browser, PASSWORD, PASSWORD);
        assertThat(new Hub(provider.issuer(), new Browser(provider.issuer())).signIn(email, PASSWORD))
                .isNotBlank();
    }

    @Test
    void aPasswordThatIsEasyToGuessIsRefusedAndTheLinkStaysOpen() {
        assertThat(problem("", "")).isEqualTo("Enter a password");
        assertThat(problem("too short", "too short")).startsWith("Make the password longer");
        assertThat(problem(email.toUpperCase(), email.toUpperCase()))
                .startsWith("Choose a password that is not your email");
        assertThat(problem("Password123", "Password123")).startsWith("Many people use this password");
        assertThat(problem(PASSWORD, "kettle tram header")).startsWith("The two passwords are not the same");
        assertThat(choose(browser, PASSWORD, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void anEmailIsInvitedOnceHoweverItIsWritten() throws Exception {
        assertThatThrownBy(() -> provider.invite("Somebody", " " + email.toUpperCase() + " "))
                .isInstanceOf(EmailInUse.class);

        List<Callable<Boolean>> invites = java.util.Collections.nCopies(4, () -> {
            try {
                return provider.invite("Twice", "twice@example.org") != null;
            } catch (EmailInUse taken) {
                return false;
            }
        });
        try (var threads = Executors.newFixedThreadPool(invites.size())) {
            assertThat(threads.invokeAll(invites).stream().filter(Future::resultNow))
                    .hasSize(1);
        }
    }

    @Test
    void anAddressIsTheSamePersonHoweverItIsPasted() {
        Invitation orla = provider.invite("Orla", "Orla.O\u2019Brien@Example.org\u00a0");
        browser.fillIn(orla.link().getPath(), Map.of("password", PASSWORD, "again", PASSWORD));
        for (String pasted : List.of(
                "orla.o'brien@example.org",
                "orla.o\u2019brien@example.org",
                "orla.o'brien@example.org\u00a0",
                "orla.o'brien@example.org\u200b")) {
            assertThat(new Browser(provider.issuer())
                            .fillIn("/sign-in", Map.of("username", pasted, "password", PASSWORD))
                            .status())
                    .as(pasted)
                    .isEqualTo(303);
            assertThatThrownBy(() -> provider.invite("Somebody", pasted)).isInstanceOf(EmailInUse.class);
        }
    }

    @Test
    void anInvitationNeedsANameAndAnEmail() {
        assertThatThrownBy(() -> provider.invite(" ", "somebody@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        for (String none : List.of("no email", "mailto:x@example.org", "a@b", "x@exampl\u0435.org", "x@example.org.")) {
            assertThatThrownBy(() -> provider.invite("Somebody", none)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> provider.inviteAgain("nobody")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> provider.inviteAgain("nobody", "Nobody", null))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(provider.inviteAgain("never-here", "Never Here", "never.here@example.org")
                        .subject())
                .as("who is in the hub and was never here is put in")
                .isEqualTo("never-here");
        assertThat(provider.inviteAgain("never-here", "Never Here", "never.here@example.org")
                        .link())
                .as("and found the next time")
                .isNotNull();
    }

    @Test
    void aStaleFormShowsTheInvitationAfresh() {
        Browser.Page stale = browser.post(path, "stale", Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(stale.status()).isEqualTo(302);
        assertThat(stale.location()).endsWith(path);
        assertThat(browser.get(path).status()).isEqualTo(200);
    }

    @Test
    void aLinkThatNeverWasIsAnsweredLikeOneThatIsOver() {
        Browser.Page never = browser.get("/invitation/" + "x".repeat(43));
        assertThat(never.status()).isEqualTo(404);
        choose(browser, PASSWORD, PASSWORD);
        assertThat(new Browser(provider.issuer()).get(path).body()).isEqualTo(never.body());
    }

    private Browser.Page choose(Browser with, String password, String again) {
        return with.fillIn(path, Map.of("password", password, "again", again));
    }

    private String problem(String password, String again) {
        Browser.Page page = choose(browser, password, again);
        assertThat(page.status()).isEqualTo(422);
        if (!password.isEmpty()) {
            assertThat(page.body()).doesNotContain("type=\"password\" value");
        }
        return page.body().replaceAll("(?s).*govuk-error-summary__list.*?<a [^>]*>([^<]*)</a>.*", "$1");
    }
}
