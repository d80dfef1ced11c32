package hub.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is signed in, and what becomes of it: a session that ran out, an account that is paused, a hub that began empty or cannot begin. */
@Timeout(180)
@SuppressWarnings("try")
class SessionBrowserIT {
    private static final String WORDS = "I had it all typed out, and then the little one woke up.";
    private static final String PASSWORD = "kettle lantern marmalade";

    @TempDir
    static Path data;

    @AutoClose
    private static HubAndBrowser running;

    @BeforeAll
    static void start() throws Exception {
        running = HubAndBrowser.start(data);
    }

    @Test
    void aSessionThatSomebodyPlantedIsNotTheOneThatIsSignedIn() throws Exception {
        String origin = running.origin();
        HttpVisitor planted = new HttpVisitor(origin);
        planted.get("/oauth2/authorization/hearth");
        String before = planted.cookie("HEARTH_SESSION");
        planted.signedInAs("tasneem.akhtar@example.org");
        assertThat(planted.get("/groups").status()).isEqualTo(200);
        assertThat(planted.cookie("HEARTH_SESSION")).isNotEqualTo(before);
        HttpVisitor whoPlantedIt = new HttpVisitor(origin);
        whoPlantedIt.bring("HEARTH_SESSION", before);
        assertThat(whoPlantedIt.get("/groups").status()).isEqualTo(302);
    }

    @Test
    void wordsThatWereTypedBeforeTheSessionRanOutAreKeptUntilSheIsSignedInAgain() {
        Visitor tasneem = visitor(running.port()).signedInAs("Tasneem Akhtar");
        tasneem.open("/groups/larkhill-constellation");
        tasneem.link("Bedtimes since the clocks changed").click();
        tasneem.type("Your reply", WORDS);
        signOutBehindHerBack(tasneem.browser());
        tasneem.button("Post reply").click();

        assertThat(tasneem.title()).hasText("Sign in");
        tasneem.link("Be Tasneem Akhtar").click();
        tasneem.button("Sign in").click();

        assertThat(tasneem.title()).hasText("Your words are still here");
        assertThat(tasneem.page().getByLabel("What you wrote")).hasValue(WORDS);
        tasneem.button("Send it now").click();

        assertThat(tasneem.title()).hasText("Bedtimes since the clocks changed");
        assertThat(tasneem.page().getByText(WORDS)).hasCount(1);
    }

    @Test
    void whoeverIsPausedIsOutWithTheNextClick() {
        Visitor amina = visitor(running.port()).signedInAs("Amina Farah");
        amina.open("/groups/riverside-cluster");
        assertThat(amina.title()).containsText("Riverside cluster");

        Visitor nadia = visitor(running.port()).signedInAs("Nadia Rowe");
        nadia.open("/accounts/amina-farah");
        nadia.button("Pause the account").click();
        assertThat(nadia.page().getByText("The account is paused.")).isVisible();

        amina.link("People").click();
        assertThat(amina.title()).hasText("Your account is paused");
        assertThat(amina.page().content()).doesNotContain("Riverside cluster");
        amina.open("/");
        assertThat(amina.page().getByText("Your account is paused")).isVisible();
        assertThat(amina.page().content()).doesNotContain("Riverside cluster");
    }

    @Test
    void anEmptyHubBelongsToWhoeverHoldsItsOneLink(@TempDir Path folder) throws Exception {
        int own = Ports.freePair();
        try (HubProcess empty =
                HubProcess.start("--port", Integer.toString(own), "--data", folder.toString(), "--empty")) {
            Visitor administrator = visitor(own);
            administrator.open(linkIn(empty));
            choosePassword(administrator);
            assertThat(administrator.title()).hasText("Hello Administrator");

            administrator.open("/accounts/invite");
            administrator.type("Name that others see", "Ruth Okafor");
            administrator.type("Email, which they type to sign in", "ruth.okafor@example.org");
            administrator.page().getByLabel("Foster carer").check();
            administrator.button("Make the link").click();
            String link = administrator.page().locator("code").textContent();

            Visitor ruth = visitor(own);
            ruth.open(link);
            choosePassword(ruth);
            assertThat(ruth.title()).hasText("Hello Ruth");
            ruth.open(link);
            assertThat(ruth.title()).hasText("This link does not work any more");

            nobodyOfTheDemo(administrator, empty);
        }
    }

    private static void nobodyOfTheDemo(Visitor administrator, HubProcess empty) {
        administrator.open("/accounts?state=approved");
        assertThat(administrator.page().locator("main h2").allTextContents())
                .containsExactlyInAnyOrder("Administrator", "Ruth Okafor");
        for (String state : List.of("awaiting", "suspended", "ended")) {
            administrator.open("/accounts?state=" + state);
            assertThat(administrator.page().locator("main h2")).hasCount(0);
        }
        Visitor stranger = Visitor.on(running.chromium(), administrator.origin());
        stranger.open("/oauth2/authorization/hearth");
        assertThat(stranger.title()).hasText("Sign in");
        assertThat(stranger.page().content()).doesNotContain("demo", "Tasneem");
        assertThat(empty.output()).noneMatch(line -> line.contains("Tasneem") || line.contains("Exception"));
    }

    @Test
    void aSecondHubOnTheSamePortSaysSoAndEnds(@TempDir Path other) throws Exception {
        HubProcess second = HubProcess.launch("--port", Integer.toString(running.port()), "--data", other.toString());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
                .containsExactly(
                        "Port " + running.port() + " is in use. Stop what uses it, or choose another with --port.");
    }

    @Test
    void aSecondHubOnTheSameDataSaysSoAndEnds() throws Exception {
        HubProcess second = HubProcess.launch("--port", Integer.toString(Ports.freePair()), "--data", data.toString());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
        assertThat(second.output().getLast()).contains(data.toString()).endsWith(".");
    }

    private static Visitor visitor(int port) {
        return Visitor.on(running.chromium(), "http://localhost:" + port);
    }

    /** The session and the provider's run out; the form's own token is still in the browser, as it would be. */
    private static void signOutBehindHerBack(BrowserContext browser) {
        List<String> names = browser.cookies().stream()
                .map(cookie -> cookie.name)
                .filter(name -> !name.equals("HEARTH_CSRF"))
                .toList();
        assertThat(names).contains("HEARTH_SESSION");
        names.forEach(name -> browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName(name)));
    }

    private static void choosePassword(Visitor invited) {
        assertThat(invited.title()).hasText("Choose a password");
        invited.page().locator("#password").fill(PASSWORD);
        invited.page().locator("#again").fill(PASSWORD);
        invited.button("Save and sign in").click();
    }

    /** It is printed just after the line that says the hub is ready. */
    private static String linkIn(HubProcess hub) {
        Supplier<Optional<String>> line = () -> hub.output().stream()
                .filter(each -> each.startsWith("Choose the password here"))
                .findFirst();
        Awaiting.isTrueWithin(Duration.ofSeconds(10), () -> line.get().isPresent());
        return line.get()
                .map(printed -> printed.substring(printed.indexOf("http")))
                .orElseThrow(() -> new AssertionError("No link was printed:\n" + String.join("\n", hub.output())));
    }
}
