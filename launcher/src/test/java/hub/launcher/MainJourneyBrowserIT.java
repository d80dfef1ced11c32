package hub.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job, as a stranger would try it: start the hub, sign in as a demo carer through OpenID Connect, read a thread of her
 * constellation, reply inside it, and find the reply there after the program was killed and started again; a staff editor publishes a
 * training notice that she then sees; a moderator locks the thread; a person who is not in the constellation cannot tell that it exists.
 * On a phone's width, with JavaScript off.
 */
@Timeout(300)
@SuppressWarnings("try")
class MainJourneyBrowserIT {
    private static final String REPLY = "We moved it by ten minutes a night, and it held.";
    private static final String NOTICE = "Safer caring, an evening course";

    @TempDir
    Path data;

    private boolean javaScript;

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {false, true})
    void aCarerTalksInAPrivateGroupWhileStaffPublish(boolean withJavaScript) throws Exception {
        javaScript = withJavaScript;
        int port = Ports.freePair();
        String origin = "http://localhost:" + port;
        String[] options = {"--port", Integer.toString(port), "--data", data.toString()};
        String thread;
        try (Chromium chromium = Chromium.start()) {
            HubProcess first = HubProcess.start(options);
            BrowserContext tasneem = phone(chromium);
            try (first) {
                Page page = signIn(tasneem, origin, "Tasneem Akhtar");
                page.getByRole(AriaRole.LINK, name("Larkhill constellation"))
                        .first()
                        .click();
                page.getByRole(AriaRole.LINK, name("Bedtimes since the clocks changed"))
                        .click();
                assertThat(page.getByRole(AriaRole.HEADING, heading("Bedtimes since the clocks changed")))
                        .isVisible();
                thread = page.url().replaceFirst("[?#].*", "");
                page.navigate(thread);
                assertThat(page.getByText("It is gone ten and I have only just sat down."))
                        .isVisible();
                page.getByLabel("Your reply").fill(REPLY);
                page.getByRole(AriaRole.BUTTON, button("Post reply")).click();
                assertThat(page.getByText(REPLY)).isVisible();
                leaveLeasesAsOneKilledAtItsStart();
                first.kill();
            }

            HubProcess again = HubProcess.start(options);
            try (again) {
                Page page = tasneem.newPage();
                assertThat(page.navigate(thread).status())
                        .as(() -> String.join("\n", again.output()))
                        .isEqualTo(200);
                assertThat(page.getByRole(AriaRole.HEADING, heading("Bedtimes since the clocks changed")))
                        .isVisible();
                assertThat(everyPage(page)).contains(REPLY);

                publishANotice(signIn(phone(chromium), origin, "Helen Marsh"), origin);
                page.navigate(origin + "/");
                page.getByRole(AriaRole.LINK, name(NOTICE)).click();
                assertThat(page.getByText("Bring a question of your own.")).isVisible();

                report(page, thread);
                lock(signIn(phone(chromium), origin, "Alison Reid"), origin);
                page.navigate(thread);
                while (page.getByRole(AriaRole.LINK, name("Later posts")).count() > 0) {
                    page.getByRole(AriaRole.LINK, name("Later posts")).click();
                }
                assertThat(page.getByText("Let us sleep on it")).isVisible();
                assertThat(page.getByRole(AriaRole.BUTTON, button("Post reply")).count())
                        .isZero();
                page.navigate(origin + "/groups/larkhill-constellation/about");
                assertThat(page.getByText("Alison Reid").first()).isVisible();

                cannotTellThatItExists(chromium, origin, thread);
                assertThat(again.output()).noneMatch(line -> line.contains("Exception"));
            }
        }
    }

    /** The next start would time out if it waited for them. */
    private void leaveLeasesAsOneKilledAtItsStart() throws IOException {
        String port = Files.readString(data.resolve("mongod.port")).strip();
        try (MongoClient mongo = MongoClients.create("mongodb://127.0.0.1:" + port + "/?directConnection=true")) {
            Date inAnHour = Date.from(Instant.now().plus(Duration.ofHours(1)));
            for (String name : List.of("migrations", "demo", "library", "demo-publications")) {
                mongo.getDatabase("hearth")
                        .getCollection("leases")
                        .insertOne(new Document("_id", name)
                                .append("owner", RunningHub.LEASE_OWNER)
                                .append("until", inAnHour));
            }
        }
    }

    private void cannotTellThatItExists(Chromium chromium, String origin, String thread) {
        Page outside = signIn(phone(chromium), origin, "Amina Farah");
        String never = thread.replaceAll("/threads/[0-9a-z]+", "/threads/000000000000");
        assertThat(outside.navigate(thread).status()).isEqualTo(404);
        String hidden = outside.content();
        assertThat(outside.navigate(never).status()).isEqualTo(404);
        assertThat(hidden).isEqualTo(outside.content());
        for (String path : new String[] {"/", "/groups", "/me", "/news", "/library"}) {
            outside.navigate(origin + path);
            assertThat(outside.content())
                    .as(path)
                    .doesNotContain("Larkhill constellation", "Bedtimes since the clocks changed");
        }
    }

    private static void publishANotice(Page page, String origin) {
        page.navigate(origin + "/news/new?kind=training-notice");
        page.getByLabel("Title").fill(NOTICE);
        page.getByLabel("Summary").fill("Two hours on keeping everybody safe at home.");
        page.getByLabel("All carers").check();
        page.getByLabel("Date").fill("2091-05-03");
        page.getByLabel("Starts at").fill("18:30");
        page.getByLabel("Ends at").fill("20:30");
        page.getByLabel("Where").fill("Larkhill Family Hub");
        page.getByLabel("How to book").fill("Ring 01632 960180");
        page.locator("textarea[name=text]").fill("Bring a question of your own.");
        page.getByRole(AriaRole.BUTTON, button("Publish")).click();
        assertThat(page.getByText("It is published").first()).isVisible();
    }

    private static void report(Page page, String thread) {
        page.navigate(thread);
        page.locator("summary", new Page.LocatorOptions().setHasText("More for Dawn"))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, name("Report")).first().click();
        page.getByLabel("Something else").check();
        page.getByRole(AriaRole.BUTTON, button("Send the report")).click();
        assertThat(page.getByText("Thank you for telling us").first()).isVisible();
    }

    private static void lock(Page page, String origin) {
        page.navigate(origin + "/moderation");
        page.getByRole(AriaRole.LINK, name("Something else")).first().click();
        page.getByRole(AriaRole.BUTTON, button("Look at it")).click();
        page.getByLabel("Lock the conversation").check();
        page.getByLabel("Reason").fill("Let us sleep on it");
        page.getByRole(AriaRole.BUTTON, button("Decide")).click();
        assertThat(page.getByText("Your answer is sent").first()).isVisible();
    }

    private static String everyPage(Page page) {
        StringBuilder all = new StringBuilder(page.content());
        Locator later = page.getByRole(AriaRole.LINK, name("Later posts"));
        while (later.count() > 0) {
            later.click();
            all.append(page.content());
        }
        return all.toString();
    }

    private BrowserContext phone(Chromium chromium) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setJavaScriptEnabled(javaScript));
    }

    private static Page signIn(BrowserContext browser, String origin, String who) {
        Page page = browser.newPage();
        page.navigate(origin + "/");
        page.getByRole(AriaRole.LINK, name("Sign in")).first().click();
        page.getByRole(AriaRole.LINK, name(who)).first().click();
        page.getByRole(AriaRole.BUTTON, button("Sign in")).click();
        assertThat(page.url()).startsWith(origin);
        return page;
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(1);
    }
}
