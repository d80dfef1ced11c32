package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import hub.launcher.Caller.Page;
import hub.signin.EmbeddedProvider;
import hub.signin.Settings;
import hub.testkit.TestMongo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub as many processes: the forum twice and resources-service, from their executable jars, behind Caddy with deploy/Caddyfile, on one
 * MongoDB. They were started at the same moment, and before their sign-in provider.
 */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("try")
class ManyProcessesIT {
    private static final String GROUP = "/groups/larkhill-constellation";
    private static final String FOR_CARERS = "Who to ring on bank holidays";
    /** What is promised; and what a busy machine may take once without the promise being broken. */
    private static final Duration PROMISED = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @TempDir
    static Path folder;

    private static final List<AutoCloseable> running = new ArrayList<>();
    private static final Map<String, String> settings = new HashMap<>();
    private static String origin;
    private static ServiceProcess forum;
    private static ServiceProcess forum2;
    private static ServiceProcess resources;
    private static Caddy caddy;
    private static Page whileProviderWasAway;

    private static Caller tasneem;
    private static Caller nadia;
    private static Caller amina;
    private static Caller marion;

    @BeforeAll
    static void start() throws Exception {
        Caddy.find();
        int port = ServiceProcess.freePort();
        int signInPort = ServiceProcess.freePort();
        int providerPort = ServiceProcess.freePort();
        int forumPort = ServiceProcess.freePort();
        int forum2Port = ServiceProcess.freePort();
        int resourcesPort = ServiceProcess.freePort();
        origin = "http://localhost:" + port;
        String issuer = "http://localhost:" + signInPort;
        settings.put("MONGODB_URI", TestMongo.uri("processes"));
        settings.put("HEARTH_ISSUER", issuer);
        settings.put("HEARTH_CLIENT_ID", "hearth");
        settings.put("HEARTH_CLIENT_SECRET", "only-for-this-test");
        settings.put("HEARTH_SIGN_IN_ORIGIN", issuer);
        settings.put("HEARTH_SIGN_IN_REALM", ProviderInviter.REALM);
        settings.put(
                "HEARTH_CONTENT",
                Path.of("..", "content").toAbsolutePath().normalize().toString());
        settings.put("HEARTH_DEMO", "true");
        settings.put("HEARTH_RESOURCES", "http://localhost:" + resourcesPort);

        forum = running(ServiceProcess.launch("forum-service", forumPort, folder, settings));
        forum2 = running(ServiceProcess.launch("forum-service", forum2Port, folder, settings));
        resources = running(ServiceProcess.launch("resources-service", resourcesPort, folder, settings));
        caddy = running(Caddy.start(
                folder,
                Map.of(
                        "HEARTH_ORIGIN", origin,
                        "SIGN_IN_ORIGIN", issuer,
                        "FORUM_SERVICE", "localhost:" + forumPort + " localhost:" + forum2Port,
                        "RESOURCES_SERVICE", "localhost:" + resourcesPort,
                        "SIGN_IN_SERVICE", "localhost:" + providerPort)));
        for (ServiceProcess service : List.of(forum, forum2, resources)) {
            service.awaitReady();
        }
        whileProviderWasAway = new Caller().get(forum.origin() + "/oauth2/authorization/hearth");
        running(EmbeddedProvider.start(new Settings(
                providerPort,
                settings.get("MONGODB_URI"),
                issuer,
                origin,
                settings.get("HEARTH_CLIENT_SECRET"),
                "Hearth",
                true,
                DemoSignIn.read().people(),
                DemoSignIn.PASSWORD)));
        tasneem = signedIn("tasneem.akhtar");
        nadia = signedIn("nadia.rowe");
        amina = signedIn("amina.farah");
        marion = signedIn("marion.whitlock");
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
    }

    @Test
    @Order(1)
    void theServicesStartWhileTheirProviderIsAwayAndSaySoToWhoeverSignsIn() {
        assertThat(whileProviderWasAway.status()).isEqualTo(503);
        assertThat(whileProviderWasAway.body()).contains("You cannot sign in just now");
    }

    @Test
    @Order(1)
    void eachMigrationRanOnceWhoeverWasFirst() throws IOException {
        List<String> ran = new ArrayList<>();
        for (ServiceProcess service : List.of(forum, forum2, resources)) {
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
            assertThat(tasneem.open(resources.origin() + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        Matcher styles = Pattern.compile("href=\"(/assets/[^\"]+\\.css)\"")
                .matcher(tasneem.open(origin + "/help").body());
        assertThat(styles.find()).isTrue();
        assertThat(tasneem.get(origin + styles.group(1)).status()).isEqualTo(200);
        assertThat(tasneem.get(origin + "/newsletter").status()).isEqualTo(404);
        for (String path : List.of("/admin", "/admin/master/console/", "/realms/master/account")) {
            Page closed = new Caller().get(settings.get("HEARTH_ISSUER") + path);
            assertThat(closed.status()).isEqualTo(404);
            assertThat(closed.body()).as("the proxy itself says so").isEmpty();
        }
    }

    @Test
    @Order(1)
    void oneSignInIsGoodEverywhere() {
        for (String place : List.of(
                origin + "/",
                forum.origin() + "/",
                forum2.origin() + "/",
                resources.origin() + "/news",
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
    @Order(2)
    void whoeverIsPausedIsOutAtTheNextRequestThereAndWithinASecondEverywhere() {
        List<Duration> took = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            took.add(change(
                    "/accounts/amina-farah/suspend",
                    () -> amina.get(forum.origin() + "/groups").status() == 403,
                    () -> amina.get(forum2.origin() + "/groups").status() == 403,
                    () -> !amina.get(resources.origin() + "/news").body().contains(FOR_CARERS)));
            took.add(change(
                    "/accounts/amina-farah/approve",
                    () -> amina.get(forum.origin() + "/groups").status() == 200,
                    () -> amina.get(forum2.origin() + "/groups").status() == 200,
                    () -> amina.get(resources.origin() + "/news").body().contains(FOR_CARERS)));
        }
        withinASecond(took);
    }

    @Test
    @Order(2)
    void aRoleCountsAtTheNextRequestThereAndWithinASecondEverywhere() {
        List<Duration> took = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            took.add(roles(200, "carer", "moderator", "staff-editor"));
            took.add(roles(404, "carer"));
        }
        withinASecond(took);
    }

    private static Duration roles(int expected, String... roles) {
        Page form = nadia.get(forum.origin() + "/accounts/amina-farah");
        List<String> fields = new ArrayList<>();
        for (String field : List.of("name", "line", "household", "writer")) {
            fields.addAll(List.of(field, form.field(field)));
        }
        for (String role : roles) {
            fields.addAll(List.of("roles", role));
        }
        return change(
                "/accounts/amina-farah",
                () -> amina.get(forum.origin() + "/moderation").status() == expected,
                () -> amina.get(forum2.origin() + "/moderation").status() == expected,
                () -> amina.get(resources.origin() + "/news/desk").status() == expected,
                fields.toArray(String[]::new));
    }

    @Test
    @Order(2)
    void whoeverIsNoLongerAMemberCannotTellThatTheGroupExists() {
        List<Duration> took = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            took.add(change(
                    GROUP + "/people/marion-whitlock/remove",
                    () -> marion.get(forum.origin() + GROUP).status() == 404,
                    () -> marion.get(forum2.origin() + GROUP).status() == 404,
                    () -> true,
                    "reason",
                    "She moves to another constellation"));
            took.add(change(
                    GROUP + "/nominate",
                    () -> marion.get(forum.origin() + GROUP).status() != 404,
                    () -> marion.get(forum2.origin() + GROUP).status() != 404,
                    () -> true,
                    "account",
                    "marion-whitlock",
                    "role",
                    "member"));
        }
        withinASecond(took);
    }

    @Test
    @Order(2)
    void aReplyThroughOneIsReadThroughTheOther() {
        Page thread = tasneem.open(
                forum.origin() + tasneem.open(forum.origin() + GROUP).link("/threads/[0-9a-z]+/bedtimes[a-z-]*"));
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
        withinASecond(List.of(
                Awaiting.until(() -> tasneem.get(there).body().contains(words), PATIENCE),
                Awaiting.until(() -> tasneem.open(origin + path).body().contains(words), PATIENCE)));
    }

    /** Nadia changes something on the first process. */
    private static Duration change(
            String path, BooleanSupplier here, BooleanSupplier there, BooleanSupplier atResources, String... fields) {
        Page page = nadia.get(forum.origin() + "/accounts/amina-farah");
        List<String> form = new ArrayList<>(List.of(fields));
        form.addAll(List.of("_csrf", page.field("_csrf")));
        // Both have been asked, and remember what they remember.
        here.getAsBoolean();
        there.getAsBoolean();
        atResources.getAsBoolean();
        Page answer = nadia.post(forum.origin() + path, form.toArray(String[]::new));
        assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(303);
        long began = System.nanoTime();
        assertThat(here.getAsBoolean()).as("at the next request: " + path).isTrue();
        Awaiting.until(() -> there.getAsBoolean() && atResources.getAsBoolean(), PATIENCE);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void withinASecond(List<Duration> took) {
        List<Duration> sorted = took.stream().sorted().toList();
        assertThat(sorted.get((sorted.size() - 1) / 2)).as("of %s", took).isLessThan(PROMISED);
    }

    @Test
    @Order(3)
    void healthAndMetricsAreOnAPortOfTheirOwn() {
        tasneem.open(origin + GROUP + "?q=planted-question");
        tasneem.get(forum.origin() + "/planted-address/tasneem");
        for (ServiceProcess service : List.of(forum, forum2, resources)) {
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
        for (ServiceProcess service : List.of(forum, forum2, resources)) {
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
        resources.close();
        Duration took = Awaiting.until(
                () -> tasneem.get(forum.origin() + "/").body().contains("We cannot show the news here just now"),
                PATIENCE);
        assertThat(took).isLessThan(PATIENCE);
        Page library = tasneem.get(origin + "/library");
        assertThat(library.status()).isEqualTo(503);
        assertThat(library.body()).contains("Back in a moment", "999");

        int port = resources.port();
        running.remove(resources);
        resources = running(ServiceProcess.launch("resources-service", port, folder, settings))
                .awaitReady();
        Awaiting.until(() -> tasneem.get(forum.origin() + "/").body().contains(FOR_CARERS), PATIENCE);
        Awaiting.until(() -> tasneem.get(origin + "/library").status() == 200, PATIENCE);
    }

    @Test
    @Order(5)
    void aRequestThatHasBegunIsAnsweredBeforeTheEnd() throws Exception {
        Page thread = tasneem.open(
                forum2.origin() + tasneem.open(forum2.origin() + GROUP).link("/threads/[0-9a-z]+/bedtimes[a-z-]*"));
        String path = thread.address().getPath();
        String words = "Half of this was sent before the end";
        String body = Stream.of(
                        "text=" + Caller.encoded(words),
                        "formKey=" + thread.field("formKey"),
                        "writer=" + thread.field("writer"),
                        "_csrf=" + Caller.encoded(thread.field("_csrf")))
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
        try (Socket socket = new Socket("localhost", forum2.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            send(
                    socket,
                    """
                    POST %s/posts HTTP/1.1\r
                    Host: localhost:%d\r
                    Accept: text/html\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Cookie: %s\r
                    Content-Length: %d\r
                    \r
                    """.formatted(
                                            path.substring(0, path.lastIndexOf('/')),
                                            forum2.port(),
                                            tasneem.cookieHeader(),
                                            body.length())
                            + body.substring(0, 20));
            // Its answer shows that the one before it has reached the process.
            assertThat(tasneem.get(forum2.origin() + path).status()).isEqualTo(200);
            forum2.askToStop();
            Awaiting.until(() -> !listens(forum2.port()), PATIENCE);
            for (int i = 0; i < 20; i++) {
                assertThat(tasneem.get(origin + "/").status())
                        .as("through the other copy")
                        .isEqualTo(200);
            }
            send(socket, body.substring(20));
            List<String> answer = head(socket);
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
    }

    private static List<String> head(Socket socket) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        List<String> head = new ArrayList<>();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.add(line);
        }
        return head;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static boolean listens(int port) {
        try (Socket knock = new Socket("localhost", port)) {
            return knock.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static Caller signedIn(String who) {
        Caller caller = new Caller();
        Page home = caller.signIn(origin, who + "@example.org", DemoSignIn.PASSWORD);
        assertThat(home.status()).as(home.body()).isEqualTo(200);
        assertThat(home.address().toString()).startsWith(origin + "/");
        return caller;
    }

    private static <T extends AutoCloseable> T running(T started) {
        running.add(started);
        return started;
    }
}
