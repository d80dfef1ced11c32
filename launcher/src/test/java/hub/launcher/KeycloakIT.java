package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import hub.launcher.Caller.Page;
import hub.testkit.TestMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The forum alone with a real provider that is not ours: Keycloak with the realm of deploy/, reached inside at another address than the one in its
 * name, as in docker-compose.yml. Only in the profile {@code keycloak}.
 */
@Tag("keycloak")
@Timeout(300)
@SuppressWarnings("try")
class KeycloakIT {
    private static final String SECRET = "only-for-this-test";
    private static final String PASSWORD = "kettle lantern marmalade";
    private static final Pattern LOGIN = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]*)\"");

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static ServiceProcess forum;

    @BeforeAll
    static void start() throws Exception {
        int forumPort = Ports.free();
        keycloak = Keycloak.start(
                folder,
                Map.of(
                        "HEARTH_ORIGIN", "http://localhost:" + forumPort,
                        "HEARTH_CLIENT_SECRET", SECRET,
                        "MAIL_HOST", "localhost",
                        "MAIL_PORT", "1",
                        "MAIL_FROM", "hearth@example.org"));
        keycloak.add("nadia.rowe@example.org", "Nadia", "Rowe", PASSWORD);
        keycloak.add("ruth.okafor@example.org", "Ruth", "Okafor", PASSWORD);
        forum = ServiceProcess.launch(
                        "forum-service",
                        forumPort,
                        folder,
                        Map.of(
                                "MONGODB_URI", TestMongo.uri("keycloak"),
                                "HEARTH_ISSUER", keycloak.issuer(),
                                "HEARTH_ISSUER_INSIDE", keycloak.issuer().replace("localhost", "127.0.0.1"),
                                "HEARTH_CLIENT_SECRET", SECRET,
                                "HEARTH_SIGN_IN_ORIGIN", keycloak.origin(),
                                "HEARTH_FIRST_ADMINISTRATOR", "nadia.rowe@example.org",
                                "HEARTH_CONTENT",
                                        Path.of("..", "content")
                                                .toAbsolutePath()
                                                .normalize()
                                                .toString()))
                .awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        try (Keycloak last = keycloak;
                ServiceProcess first = forum) {
            assertThat(last).isNotNull();
        }
    }

    @Test
    void signInFirstTimeApprovalAndSignOut() {
        Caller ruth = new Caller();
        Page toProvider = ruth.get(forum.origin() + "/oauth2/authorization/hearth");
        assertThat(toProvider.location())
                .startsWith(keycloak.issuer() + "/")
                .contains("code_challenge_method=S256", "client_id=hearth");
        Page home = signIn(ruth, "ruth.okafor@example.org");
        assertThat(home.status()).as(home.body()).isEqualTo(200);
        assertThat(home.address().toString()).isEqualTo(forum.origin() + "/");
        assertThat(home.body()).contains("Ruth Okafor");
        Page closed = ruth.get(forum.origin() + "/groups");
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.body()).contains("Your account is waiting for approval");

        Caller nadia = new Caller();
        assertThat(signIn(nadia, "nadia.rowe@example.org").body()).contains("Hello Nadia");
        String account = nadia.open(forum.origin() + "/accounts?state=awaiting").link("/accounts/[0-9a-z]{12}");
        Page person = nadia.get(forum.origin() + account);
        assertThat(person.body()).contains("Ruth Okafor");
        assertThat(nadia.post(forum.origin() + account + "/approve", "_csrf", person.field("_csrf"))
                        .status())
                .isEqualTo(303);
        assertThat(ruth.get(forum.origin() + "/groups").status()).isEqualTo(200);

        Page signedOut = ruth.post(
                forum.origin() + "/sign-out",
                "_csrf",
                ruth.get(forum.origin() + "/me").field("_csrf"));
        assertThat(signedOut.location()).startsWith(keycloak.issuer() + "/protocol/openid-connect/logout?");
        Page end = ruth.follow(signedOut);
        assertThat(end.address()).isEqualTo(URI.create(forum.origin() + "/sign-in/out"));
        assertThat(ruth.get(forum.origin() + "/groups").status()).isEqualTo(302);
        Page asked = ruth.open(forum.origin() + "/groups");
        assertThat(asked.address().toString())
                .as("asked for the password again")
                .startsWith(keycloak.origin());
        assertThat(LOGIN.matcher(asked.body()).find()).isTrue();
    }

    @Test
    void aClientWithoutTheKeyOfItsOwnRequestGetsNothing() {
        Page refused = new Caller()
                .get(keycloak.issuer()
                        + "/protocol/openid-connect/auth?response_type=code&client_id=hearth&scope=openid&redirect_uri="
                        + Caller.encoded(forum.origin() + "/login/oauth2/code/hearth"));
        assertThat(refused.location()).contains("error=invalid_request");
        Page elsewhere = new Caller()
                .open(keycloak.issuer()
                        + "/protocol/openid-connect/auth?response_type=code&client_id=hearth&scope=openid&redirect_uri="
                        + Caller.encoded("http://elsewhere.example.org/"));
        assertThat(elsewhere.status()).isEqualTo(400);
    }

    private static Page signIn(Caller caller, String email) {
        Page form = caller.open(forum.origin() + "/oauth2/authorization/hearth");
        Matcher login = LOGIN.matcher(form.body());
        if (!login.find()) {
            throw new AssertionError("This is not Keycloak's form:\n" + form.body());
        }
        return caller.follow(caller.post(
                login.group(1).replace("&amp;", "&"), "username", email, "password", PASSWORD, "credentialId", ""));
    }

    /** Keycloak as the profile unpacked it, with a database of its own in memory's stead. */
    private record Keycloak(Process process, int port, HttpClient client) implements AutoCloseable {

        static Keycloak start(Path folder, Map<String, String> realm) throws Exception {
            Path home = Path.of(System.getProperty("keycloak.home"));
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.copy(
                    Path.of("..", "deploy", "keycloak", "realm.json"),
                    imports.resolve("hearth-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            int port = Ports.free();
            Path log = folder.resolve("keycloak.log");
            ProcessBuilder builder = new ProcessBuilder(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--db=dev-mem",
                            "--hostname=http://localhost:" + port,
                            "--hostname-admin=http://127.0.0.1:" + port,
                            "--hostname-backchannel-dynamic=true")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(realm);
            builder.environment()
                    .putAll(Map.of(
                            "JAVA_HOME",
                            System.getProperty("java.home"),
                            "JAVA_OPTS_APPEND",
                            "-Xmx512m",
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            "admin",
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            SECRET));
            Keycloak keycloak = new Keycloak(builder.start(), port, HttpClient.newHttpClient());
            if (!Awaiting.isTrueWithin(Duration.ofSeconds(180), keycloak::answers)) {
                keycloak.close();
                throw new AssertionError(Files.readString(log));
            }
            return keycloak;
        }

        String origin() {
            return "http://localhost:" + port;
        }

        String issuer() {
            return origin() + "/realms/hearth";
        }

        private boolean answers() {
            try {
                return send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")))
                                .statusCode()
                        == 200;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        }

        void add(String email, String first, String last, String password) {
            String token = send(HttpRequest.newBuilder(
                                    URI.create(origin() + "/realms/master/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=password&client_id=admin-cli&username=admin&password=" + SECRET)))
                    .body()
                    .replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
            HttpResponse<String> added =
                    send(HttpRequest.newBuilder(URI.create(origin() + "/admin/realms/hearth/users"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("""
                            {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true,
                             "firstName": "%2$s", "lastName": "%3$s",
                             "credentials": [{"type": "password", "value": "%4$s", "temporary": false}]}
                            """.formatted(email, first, last, password))));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }
}
