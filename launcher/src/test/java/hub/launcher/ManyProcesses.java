package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import hub.launcher.Caller.Page;
import hub.signin.EmbeddedProvider;
import hub.signin.Settings;
import hub.testkit.TestMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hub as many processes: the forum twice and resources-service, from their executable jars, behind Caddy with deploy/Caddyfile, on one
 * MongoDB. They are started at the same moment, and before their sign-in provider.
 */
@SuppressWarnings("try")
final class ManyProcesses implements AutoCloseable {
    private final Path folder;
    private final String origin = localhost(Ports.free());
    private final String signInOrigin = localhost(Ports.free());
    private final int providerPort = Ports.free();
    private final int resourcesPort = Ports.free();
    private final Map<String, String> settings = new HashMap<>();
    private final List<AutoCloseable> running = new ArrayList<>();

    private ServiceProcess forum;
    private ServiceProcess forum2;
    private ServiceProcess resources;
    private Page whileProviderWasAway;

    /** @param folder where all of them run and log */
    ManyProcesses(Path folder) throws IOException {
        this.folder = folder;
        settings.put("MONGODB_URI", TestMongo.uri("processes"));
        settings.put("HEARTH_ISSUER", signInOrigin);
        settings.put("HEARTH_CLIENT_ID", "hearth");
        settings.put("HEARTH_CLIENT_SECRET", "only-for-this-test");
        settings.put("HEARTH_SIGN_IN_ORIGIN", signInOrigin);
        settings.put("HEARTH_SIGN_IN_REALM", ProviderInviter.REALM);
        settings.put(
                "HEARTH_CONTENT",
                Path.of("..", "content").toAbsolutePath().normalize().toString());
        settings.put("HEARTH_DEMO", "true");
        settings.put("HEARTH_RESOURCES", localhost(resourcesPort));
    }

    /** Whatever was started before a fault ends with {@link #close} all the same. */
    void start() throws Exception {
        forum = service("forum-service", Ports.free());
        forum2 = service("forum-service", Ports.free());
        resources = service("resources-service", resourcesPort);
        running(Caddy.start(
                folder,
                Map.of(
                        "HEARTH_ORIGIN", origin,
                        "SIGN_IN_ORIGIN", signInOrigin,
                        "FORUM_SERVICE", "localhost:" + forum.port() + " localhost:" + forum2.port(),
                        "RESOURCES_SERVICE", "localhost:" + resourcesPort,
                        "SIGN_IN_SERVICE", "localhost:" + providerPort)));
        for (ServiceProcess service : services()) {
            service.awaitReady();
        }
        whileProviderWasAway = new Caller().get(forum.origin() + "/oauth2/authorization/hearth");
        running(EmbeddedProvider.start(new Settings(
                providerPort,
                settings.get("MONGODB_URI"),
                signInOrigin,
                origin,
                settings.get("HEARTH_CLIENT_SECRET"),
                "Hearth",
                true,
                DemoSignIn.read().people(),
                DemoSignIn.PASSWORD)));
    }

    /** The one address of all, which the proxy has. */
    String origin() {
        return origin;
    }

    String signInOrigin() {
        return signInOrigin;
    }

    ServiceProcess forum() {
        return forum;
    }

    ServiceProcess forum2() {
        return forum2;
    }

    ServiceProcess resources() {
        return resources;
    }

    List<ServiceProcess> services() {
        return List.of(forum, forum2, resources);
    }

    /** What somebody was told who wanted to sign in before there was a provider. */
    Page whileProviderWasAway() {
        return whileProviderWasAway;
    }

    /** In the place of the one that was closed. */
    void resourcesAgain() throws IOException {
        running.remove(resources);
        resources = service("resources-service", resourcesPort).awaitReady();
    }

    /** @param who of the demo, such as {@code amina.farah} */
    Caller signedIn(String who) {
        Caller caller = new Caller();
        Page home = caller.signIn(origin, who + "@example.org", DemoSignIn.PASSWORD);
        assertThat(home.status()).as(home.body()).isEqualTo(200);
        assertThat(home.address().toString()).startsWith(origin + "/");
        return caller;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
    }

    private ServiceProcess service(String name, int port) throws IOException {
        return running(ServiceProcess.launch(name, port, folder, settings));
    }

    private <T extends AutoCloseable> T running(T started) {
        running.add(started);
        return started;
    }

    private static String localhost(int port) {
        return "http://localhost:" + port;
    }
}
