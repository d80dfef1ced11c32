package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import hub.launcher.Caller.Page;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for the hub as {@link ManyProcesses}: one sign-in for all, each path where it belongs, changes that count everywhere, health, and
 * an end that loses nothing. The processes are started once; the tests that end one of them come last.
 */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManyProcessesIT {
    private static final String GROUP = "/groups/larkhill-constellation";
    private static final String FOR_CARERS = "Who to ring on bank holidays";
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration INDEX_IS_MADE = Duration.ofSeconds(60);
    private static final int ROUNDS = Integer.getInteger("hearth.test.rounds", 3);

    @TempDir
    static Path folder;

    @AutoClose
    private static ManyProcesses hub;

    private static String origin;
    private static ServiceProcess forum;
    private static ServiceProcess forum2;

    private static Caller tasneem;
    private static Caller nadia;
    private static Caller amina;
    private static Caller marion;

    @BeforeAll
    static void start() throws Exception {
        Caddy.find();
        hub = new ManyProcesses(folder);
        hub.start();
        origin = hub.origin();
        forum = hub.forum();
        forum2 = hub.forum2();
        tasneem = hub.signedIn("tasneem.akhtar");
        nadia = hub.signedIn("nadia.rowe");
        amina = hub.signedIn("amina.farah");
        marion = hub.signedIn("marion.whitlock");
    }

    @Test
    @Order(1)
    void theServicesStartWhileTheirProviderIsAwayAndSaySoToWhoeverSignsIn() {
        assertThat(hub.whileProviderWasAway().status()).isEqualTo(503);
        assertThat(hub.whileProviderWasAway().body()).contains("You cannot sign in just now");
    }

    @Test
    @Order(1)
    void eachMigrationRanOnceWhoeverWasFirst() throws IOException {
        List<String> ran = new ArrayList<>();
        for (ServiceProcess service : hub.services()) {
            service.output().stream()
                    .filter(line -> line.contains(".Migrations ") && line.contains(": Migration "))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .forEach(ran::add);
            assertThat(service.output()).noneMatch(line -> line.startsWith("\tat "));
        }
        assertThat(ran).contains("accounts-0001-indexes", "threads-0001-indexes", "library-0001-indexes");
        assertThat(ran).doesNotHaveDuplicates();
    }

    @Test
    @Order(1)
    void eachPathGoesToTheServiceThatHasIt() {
        for (String path : List.of("/news", "/library", "/training")) {
            assertThat(tasneem.open(origin + path).status()).as(path).isEqualTo(200);
            assertThat(tasneem.open(forum.origin() + path).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/groups", "/me")) {
            assertThat(tasneem.open(origin + path).status()).as(path).isEqualTo(200);
            assertThat(tasneem.open(hub.resources().origin() + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        Matcher styles = Pattern.compile("href=\"(/assets/[^\"]+\\.css)\"")
                .matcher(tasneem.open(origin + "/help").body());
        assertThat(styles.find()).isTrue();
        assertThat(tasneem.get(origin + styles.group(1)).status()).isEqualTo(200);
        assertThat(tasneem.get(origin + "/newsletter").status()).isEqualTo(404);
        for (String path : List.of(
                "/admin",
                "/admin/master/console/",
                "/admin;x=y/master/console/",
                "/ADMIN/",
                "//admin/",
                "/%61dmin/",
                "/realms/master/account",
                "/realms/master;x=y/account",
                "/realms;x=y/master/account",
                "/realms/hearth/../master/account",
                "/realms//master/account")) {
            Page closed = new Caller().get(hub.signInOrigin() + path);
            assertThat(closed.status()).isEqualTo(404);
            assertThat(closed.body()).as("the proxy itself says so").isEmpty();
        }
    }

    /** The proxy says where a request came from; what a visitor claims of it is believed by nobody. */
    @ParameterizedTest
    @Order(1)
    @ValueSource(
            strings = {
                "Forwarded: host=evil.example;proto=https",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 4711",
                "X-Forwarded-Prefix: /evil"
            })
    void whereARequestCameFromIsTheProxysToSay(String claim) {
        String[] header = claim.split(": ");
        Page led = new Caller().get(origin + "/oauth2/authorization/hearth", header[0], header[1]);
        assertThat(led.status()).isEqualTo(302);
        assertThat(java.net.URLDecoder.decode(led.location(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("redirect_uri=" + origin + "/login/oauth2/code/hearth&")
                .doesNotContain("evil");
    }

    @Test
    @Order(1)
    void oneSignInIsGoodEverywhere() {
        for (String place : List.of(
                origin + "/",
                forum.origin() + "/",
                forum2.origin() + "/",
                hub.resources().origin() + "/news",
                origin + "/library")) {
            Page page = tasneem.get(place);
            assertThat(page.status()).as(place).isEqualTo(200);
            assertThat(page.body()).as(place).contains("href=\"/me\"");
        }
        assertThat(tasneem.get(forum2.origin() + GROUP + "/larkhill-constellation")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(1)
    void homeShowsTheNewsOfTheOtherServiceAsTheReaderMaySeeIt() {
        assertThat(tasneem.get(forum.origin() + "/").body()).contains(FOR_CARERS, "class=\"news\"");
        Page outside = new Caller().get(forum.origin() + "/");
        assertThat(outside.body()).contains("class=\"news\"").doesNotContain(FOR_CARERS);
    }

    @Test
    @Order(1)
    void aSearchFindsInEachProcessWhatBothServicesHaveAsTheReaderMayReadIt() {
        String there = hub.resources().origin() + "/library/search?q=sleep";
        Awaiting.until(() -> tasneem.get(there).body().contains("href=\"/library/"), INDEX_IS_MADE);
        for (ServiceProcess service : List.of(forum, forum2)) {
            String search = service.origin() + "/search?q=";
            Awaiting.until(() -> tasneem.get(search + "bedtimes").body().contains("href=\"/threads/"), INDEX_IS_MADE);
            Awaiting.until(() -> tasneem.get(search + "sleep").body().contains("href=\"/library/"), PATIENCE);
            assertThat(tasneem.get(search + "sleep&kind=library").body()).contains("href=\"/library/");
            assertThat(tasneem.get(search + "sleep&kind=conversation").body()).doesNotContain("href=\"/library/s");
            Page outside = new Caller().get(search + "bedtimes");
            assertThat(outside.status()).isEqualTo(200);
            assertThat(outside.body()).doesNotContain("href=\"/threads/");
        }
    }

    @Test
    @Order(2)
    void whoeverIsPausedIsOutAtTheNextRequestThereAndWithinASecondEverywhere() {
        Promise promise = new Promise(nadia, forum.origin());
        for (int round = 0; round < ROUNDS; round++) {
            promise.change(
                    "/accounts/amina-farah/suspend",
                    () -> amina.get(forum.origin() + "/groups").status() == 403,
                    () -> amina.get(forum2.origin() + "/groups").status() == 403,
                    () -> !amina.get(hub.resources().origin() + "/news").body().contains(FOR_CARERS));
            promise.change(
                    "/accounts/amina-farah/approve",
                    () -> amina.get(forum.origin() + "/groups").status() == 200,
                    () -> amina.get(forum2.origin() + "/groups").status() == 200,
                    () -> amina.get(hub.resources().origin() + "/news").body().contains(FOR_CARERS));
        }
        promise.isKept();
    }

    @Test
    @Order(2)
    void aRoleCountsAtTheNextRequestThereAndWithinASecondEverywhere() {
        Promise promise = new Promise(nadia, forum.origin());
        for (int round = 0; round < ROUNDS; round++) {
            roles(promise, 200, "carer", "moderator", "staff-editor");
            roles(promise, 404, "carer");
        }
        promise.isKept();
    }

    private static void roles(Promise promise, int expected, String... roles) {
        Page form = nadia.get(forum.origin() + "/accounts/amina-farah");
        List<String> fields = new ArrayList<>();
        for (String field : List.of("name", "line", "household", "writer")) {
            fields.addAll(List.of(field, form.field(field)));
        }
        for (String role : roles) {
            fields.addAll(List.of("roles", role));
        }
        promise.change(
                "/accounts/amina-farah",
                () -> amina.get(forum.origin() + "/moderation").status() == expected,
                () -> amina.get(forum2.origin() + "/moderation").status() == expected,
                () -> amina.get(hub.resources().origin() + "/news/desk").status() == expected,
                fields.toArray(String[]::new));
    }

    @Test
    @Order(2)
    void whoeverIsNoLongerAMemberCannotTellThatTheGroupExists() {
        Promise promise = new Promise(nadia, forum.origin());
        for (int round = 0; round < ROUNDS; round++) {
            promise.change(
                    GROUP + "/people/marion-whitlock/remove",
                    () -> marion.get(forum.origin() + GROUP).status() == 404,
                    () -> marion.get(forum2.origin() + GROUP).status() == 404,
                    () -> true,
                    "reason",
                    "She moves to another constellation");
            promise.change(
                    GROUP + "/nominate",
                    () -> marion.get(forum.origin() + GROUP).status() != 404,
                    () -> marion.get(forum2.origin() + GROUP).status() != 404,
                    () -> true,
                    "account",
                    "marion-whitlock",
                    "role",
                    "member");
        }
        promise.isKept();
    }

    @Test
    @Order(2)
    void aReplyThroughOneIsReadThroughTheOther() {
        Page thread = bedtimes(forum);
        String path = thread.address().getPath();
        tasneem.get(forum2.origin() + path);
        String words = "Ours sleeps with the landing light on.";
        Page sent = tasneem.post(
                forum.origin() + path.substring(0, path.lastIndexOf('/')) + "/posts",
                "text",
                words,
                "formKey",
                thread.field("formKey"),
                "writer",
                thread.field("writer"),
                "_csrf",
                thread.field("_csrf"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(tasneem.follow(sent).body()).contains(words);
        String there = forum2.origin() + sent.location().replaceFirst("#.*", "");
        Promise promise = new Promise(nadia, forum.origin());
        promise.comesAbout(() -> tasneem.get(there).body().contains(words));
        promise.comesAbout(() -> tasneem.open(origin + path).body().contains(words));
        promise.isKept();
        for (ServiceProcess service : List.of(forum, forum2)) {
            String search = service.origin() + "/search?q=landing";
            Awaiting.until(() -> tasneem.get(search).body().contains(">landing</mark>"), PATIENCE);
        }
    }

    @Test
    @Order(3)
    void healthAndMetricsAreOnAPortOfTheirOwn() {
        tasneem.open(origin + GROUP + "?q=planted-question");
        tasneem.get(forum.origin() + "/planted-address/tasneem");
        for (ServiceProcess service : hub.services()) {
            assertThat(service.managed("/health/liveness")).isEqualTo("200 {\"status\":\"UP\"}");
            assertThat(service.managed("/health/readiness")).isEqualTo("200 {\"status\":\"UP\"}");
            for (String path : List.of("/", "/groups", "/news", "/help", "/env", "/beans", "/health", "/heapdump")) {
                assertThat(service.managed(path)).as(path).startsWith("404");
            }
            for (String path :
                    List.of("/metrics", "/health/readiness", "/prometheus", "/actuator", "/actuator/health")) {
                assertThat(nadia.get(service.origin() + path).status()).as(path).isEqualTo(404);
                assertThat(new Caller().get(service.origin() + path).status())
                        .as(path)
                        .isEqualTo(302);
            }
        }
    }

    @Test
    @Order(3)
    void metricsSayWhichAddressTemplateAndNothingOfAnybody() {
        String metrics = forum.managed("/metrics");
        assertThat(metrics)
                .startsWith("200")
                .contains(
                        "uri=\"/groups/{id}/{slug}\"",
                        "jvm_memory_used_bytes",
                        "mongodb_driver_commands_seconds_count");
        for (ServiceProcess service : hub.services()) {
            assertThat(service.managed("/metrics").toLowerCase(Locale.ROOT))
                    .doesNotContain("tasneem", "amina", "larkhill", "bedtimes", "planted", "landing light");
        }
        assertThat(Pattern.compile("uri=\"/([^\"]*)\"")
                        .matcher(metrics)
                        .results()
                        .map(found -> found.group(1)))
                .as("every address is a template: no id, twelve letters and digits, is in one")
                .isNotEmpty()
                .noneMatch(uri -> uri.matches("(?:.*/)?[0-9a-z]{12}(?:/.*)?"));
    }

    @Test
    @Order(4)
    void withoutTheOtherServiceHomeWorksAndItsPathsSaySo() throws Exception {
        hub.resources().close();
        Duration took = Awaiting.until(
                () -> tasneem.get(forum.origin() + "/").body().contains("We cannot show the news here just now"),
                PATIENCE);
        assertThat(took).isLessThan(PATIENCE);
        Page library = tasneem.get(origin + "/library");
        assertThat(library.status()).isEqualTo(503);
        assertThat(library.body()).contains("Back in a moment", "999");

        hub.resourcesAgain();
        Awaiting.until(() -> tasneem.get(forum.origin() + "/").body().contains(FOR_CARERS), PATIENCE);
        Awaiting.until(() -> tasneem.get(origin + "/library").status() == 200, PATIENCE);
    }

    @Test
    @Order(5)
    void aRequestThatHasBegunIsAnsweredBeforeTheEnd() throws Exception {
        Page thread = bedtimes(forum2);
        String path = thread.address().getPath();
        String words = "Half of this was sent before the end";
        String body = Stream.of(
                        "text=" + Caller.encoded(words),
                        "formKey=" + thread.field("formKey"),
                        "writer=" + thread.field("writer"),
                        "_csrf=" + Caller.encoded(thread.field("_csrf")))
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
        String posts = path.substring(0, path.lastIndexOf('/')) + "/posts";
        try (UnfinishedForm form = UnfinishedForm.begin(forum2.port(), posts, tasneem, body, PATIENCE)) {
            // Its answer shows that the one before it has reached the process.
            assertThat(tasneem.get(forum2.origin() + path).status()).isEqualTo(200);
            forum2.askToStop();
            Awaiting.until(() -> !listens(forum2.port()), PATIENCE);
            for (int i = 0; i < 20; i++) {
                assertThat(tasneem.get(origin + "/").status())
                        .as("through the other copy")
                        .isEqualTo(200);
            }
            List<String> answer = form.finish();
            assertThat(answer).first().isEqualTo("HTTP/1.1 303 See Other");
            String posted = answer.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location: "))
                    .map(line -> line.substring("location: ".length()))
                    .findFirst()
                    .orElseThrow();
            Awaiting.until(
                    () -> tasneem.open(forum.origin() + posted.replaceFirst("#.*", ""))
                            .body()
                            .contains(words),
                    PATIENCE);
        }
        forum2.awaitEnd(PATIENCE);
        assertThat(forum2.output())
                .as("MongoDB's clients end while their threads still run")
                .noneMatch(line -> line.contains("Exception"));
    }

    /** A conversation, as Tasneem finds it through one of the processes: at what is new to her, or from its beginning. */
    private static Page bedtimes(ServiceProcess process) {
        Page group = tasneem.open(process.origin() + GROUP);
        return tasneem.open(process.origin() + group.link("/threads/[0-9a-z]+(?:/bedtimes[a-z-]*|\\?at=new)"));
    }

    private static boolean listens(int port) {
        try (Socket knock = new Socket("localhost", port)) {
            return knock.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
