package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import hub.launcher.HttpVisitor.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** MongoDB hangs or dies while people read and write: a page says so within two seconds, nothing typed is lost, and all goes on by itself afterwards. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoAwayIT {
    /** What the house promises; and a second more that a busy machine may take to say it. */
    private static final Duration PROMPT = Duration.ofSeconds(3);

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("hearth.test.away", 4));
    private static final Pattern THREAD = Pattern.compile("href=\"(/threads/[0-9a-z]{12})/[^\"?#]+\"");

    private static final Pattern STYLE_SHEET = Pattern.compile("<link rel=\"stylesheet\" href=\"(/assets/[^\"]+)\"");

    @TempDir
    static Path data;

    private HubProcess hub;
    private String origin;
    private String provider;
    private HttpVisitor tasneem;
    private String thread;

    @BeforeAll
    void aHubWithSomebodySignedIn() throws Exception {
        int port = Ports.freePair();
        origin = "http://localhost:" + port;
        provider = "http://localhost:" + (port + 1);
        DemoData.copyTo(data);
        hub = HubProcess.start("--port", Integer.toString(port), "--data", data.toString());
        tasneem = new HttpVisitor(origin).signedInAs("tasneem.akhtar@example.org");
        Matcher first = THREAD.matcher(tasneem.get("/").body());
        assertThat(first.find()).isTrue();
        thread = first.group(1);
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
    }

    @AfterEach
    void goOn() throws Exception {
        signal("CONT");
        untilItAnswers();
    }

    @Test
    void whileItHangsEveryPageSaysSoSoonAndHelpIsThere() throws Exception {
        signal("STOP");
        Duration longest = everythingWhileAway();
        assertThat(longest).as("the slowest answer").isLessThan(PROMPT);
        signal("CONT");
        untilItAnswers();
        assertThat(tasneem.get(thread + "/x").status()).isIn(200, 301);
    }

    @Test
    void aReplyThatCouldNotBeStoredStandsOnThePageAndIsStoredOnceWhenItIsSentAgain() throws Exception {
        Answer form = tasneem.get(thread + "/reply");
        String text = "Zwieback & <tea> at eleven";
        signal("STOP");
        Answer refused = reply(form.field("formKey"), form.field("_csrf"), text);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.took()).isLessThan(PROMPT);
        assertThat(refused.body()).contains("Zwieback &amp; &lt;tea&gt; at eleven", "Send it now");
        assertThat(refused.field("formKey")).isEqualTo(form.field("formKey"));
        signal("CONT");
        untilItAnswers();

        for (int i = 0; i < 2; i++) {
            Answer sent = reply(refused.field("formKey"), refused.field("_csrf"), text);
            assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        }
        String page = wholeThread();
        assertThat(page.split("Zwieback", -1)).as("the reply, once").hasSize(2);
    }

    @Test
    void whenItIsKilledItComesBackAndNobodyHasToStartAnything() throws Exception {
        signal("KILL");
        List<Integer> statuses = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        do {
            Answer answer = tasneem.get("/groups");
            assertThat(answer.took()).isLessThan(PROMPT);
            statuses.add(answer.status());
        } while (statuses.getLast() != 200 && System.nanoTime() < end);
        assertThat(statuses).allMatch(status -> status == 200 || status == 503);
        assertThat(statuses.getLast()).isEqualTo(200);
        new HttpVisitor(origin).signedInAs("amina.farah@example.org");
    }

    private Duration everythingWhileAway() throws Exception {
        Duration longest = Duration.ZERO;
        long end = System.nanoTime() + AWAY.toNanos();
        HttpVisitor stranger = new HttpVisitor(origin);
        do {
            for (String path : List.of("/", "/groups", thread + "/x", "/me", "/news", "/library")) {
                Answer page = tasneem.get(path);
                assertThat(page.status()).as(path).isEqualTo(503);
                assertThat(page.header("Retry-After")).as(path).isEqualTo("10");
                assertThat(page.body())
                        .as(path)
                        .contains("Hearth is catching its breath", "999", page.header("X-Request-Id"));
                longest = longest.compareTo(page.took()) > 0 ? longest : page.took();
            }
            for (HttpVisitor visitor : List.of(tasneem, stranger)) {
                Answer help = visitor.get("/help");
                assertThat(help.status()).isEqualTo(200);
                assertThat(help.body()).contains("tel:999");
                Matcher sheet = STYLE_SHEET.matcher(help.body());
                assertThat(sheet.find()).isTrue();
                assertThat(visitor.get(sheet.group(1)).status()).isEqualTo(200);
                longest = longest.compareTo(help.took()) > 0 ? longest : help.took();
            }
            Answer signIn = stranger.get(provider + "/sign-in");
            assertThat(signIn.status()).isEqualTo(503);
            assertThat(signIn.header("Retry-After")).isNotEmpty();
            assertThat(signIn.body()).contains("Hearth is catching its breath");
            Matcher sheet = STYLE_SHEET.matcher(signIn.body());
            assertThat(sheet.find()).isTrue();
            assertThat(stranger.get(provider + sheet.group(1)).status()).isEqualTo(200);
            longest = longest.compareTo(signIn.took()) > 0 ? longest : signIn.took();
        } while (System.nanoTime() < end);
        System.out.println("MongoDB away for " + AWAY + ": the slowest answer took " + longest);
        return longest;
    }

    private Answer reply(String formKey, String token, String text) throws IOException, InterruptedException {
        return tasneem.post(thread + "/posts", "text", text, "parent", "", "formKey", formKey, "_csrf", token);
    }

    /** All pages of the thread, one after the other. */
    private String wholeThread() throws Exception {
        StringBuilder all = new StringBuilder();
        String next = tasneem.get(thread).location();
        while (!next.isEmpty()) {
            String page = tasneem.get(next).body();
            all.append(page);
            Matcher after = Pattern.compile("href=\"([^\"]*\\?after=[^\"]+)\"").matcher(page);
            next = after.find() ? after.group(1).replace("&amp;", "&") : "";
        }
        return all.toString();
    }

    private void untilItAnswers() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (tasneem.get("/groups").status() != 200) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It does not answer again");
            }
        }
    }

    private static void signal(String name) throws Exception {
        String pid = Files.readString(data.resolve("mongod.lock")).strip();
        if (!pid.isEmpty()) {
            new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
        }
    }
}
