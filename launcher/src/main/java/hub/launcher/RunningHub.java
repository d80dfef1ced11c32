package hub.launcher;

import hub.forum.accounts.SignInLetters;
import hub.launcher.backup.NightlyBackup;
import hub.mongod.ManagedMongod;
import hub.mongod.MongodBinary;
import hub.signin.EmbeddedProvider;
import hub.signin.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import reactor.core.publisher.Hooks;

/** Everything that runs, started in order and stopped in the opposite one. */
final class RunningHub implements AutoCloseable {
    private static final @Nullable String MANAGEMENT_PORT = System.getenv("HEARTH_MANAGEMENT_PORT");

    /** The same at each start on a folder of our own, which no other process has. */
    static final String LEASE_OWNER = "launcher";

    /** Below this path of the hub's own origin the proxy leads to the embedded provider. */
    private static final String PROVIDER = "/identity";

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Options options;
    private final Consumer<String> progress;
    private boolean ownMongod;
    private boolean demo;
    private @Nullable FirstAdministrator firstAdministrator;

    private RunningHub(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * @throws CannotRun or {@link hub.mongod.CannotStart} with one sentence, after what had been started has been stopped again
     */
    static RunningHub start(Options options, Consumer<String> progress) {
        // Before the first line is logged: logback.xml asks for it.
        System.setProperty("hearth.logs", options.data().resolve("logs").toString());
        RunningHub hub = new RunningHub(options, progress);
        try {
            hub.startAll();
            return hub;
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    private void startAll() {
        requireFree(options.port());
        boolean ownProvider = System.getenv("HEARTH_ISSUER") == null;
        if (ownProvider) {
            requireFree(options.port() + 1);
        }
        if (MANAGEMENT_PORT != null) {
            requireFreeForManagement(MANAGEMENT_PORT);
        }
        String mongoUri = mongo();
        Optional<NightlyBackup> nightly = NightlyBackup.of(System.getenv(), mongoUri);
        demo = DataMode.settle(mongoUri, options.empty());
        if (ownProvider) {
            startWithOwnProvider(mongoUri);
        } else {
            startApplication(mongoUri, null, Map.of());
        }
        nightly.ifPresent(backups -> {
            stops.push(backups::close);
            backups.start();
        });
    }

    private String mongo() {
        String given = System.getenv("MONGODB_URI");
        if (given != null && !given.isBlank()) {
            progress.accept("Using the MongoDB that MONGODB_URI names.");
            return given;
        }
        var program = new MongodBinary().find(progress);
        progress.accept("Starting MongoDB on " + options.data() + ".");
        ManagedMongod mongod = ManagedMongod.start(program, options.data(), progress);
        stops.push(mongod::close);
        ownMongod = true;
        return mongod.uri("hearth");
    }

    /** Side by side, as neither needs the other to start and a phone waits for both. When this returns, both answer. */
    private void startWithOwnProvider(String mongoUri) {
        initializeLogging();
        String secret = hub.platform.mongo.Ids.next() + hub.platform.mongo.Ids.next();
        DemoSignIn demoSignIn = demo ? DemoSignIn.read() : DemoSignIn.none();
        String inside = "http://localhost:" + (options.port() + 1);
        Settings settings = new Settings(
                options.port() + 1,
                mongoUri,
                behindProxy() ? origin() + PROVIDER : inside,
                origin(),
                secret,
                "Hearth",
                demo,
                demoSignIn.people(),
                DemoSignIn.PASSWORD);
        HubLetters letters = new HubLetters();
        stops.push(letters::close);
        OwnProvider provider = OwnProvider.start(settings, letters);
        stops.push(provider::close);
        ConfigurableApplicationContext application = startApplication(
                mongoUri,
                provider,
                Map.of(
                        "HEARTH_ISSUER",
                        settings.issuer(),
                        "HEARTH_ISSUER_INSIDE",
                        behindProxy() ? inside + PROVIDER : "",
                        "HEARTH_SIGN_IN_ORIGIN",
                        behindProxy() ? origin() : settings.issuer(),
                        "HEARTH_CLIENT_SECRET",
                        secret,
                        "hearth.sign-in.realm",
                        ProviderInviter.REALM));
        letters.goBy(application.getBean(SignInLetters.class));
        EmbeddedProvider started = provider.get();
        withoutServletHook();
        if (!demo) {
            firstAdministrator = FirstAdministrator.ensure(application, started, mongoUri);
        }
    }

    /** Once, before two applications do it at the same time: each leaves alone what is initialized, and adds its levels. */
    private static void initializeLogging() {
        LoggingSystem logging = LoggingSystem.get(RunningHub.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }

    /**
     * Spring Security for servlets puts a hook around every Reactor pipeline of the process, for a WebClient that the provider does not have.
     * The hub beside it would pay for it at every operator.
     */
    private static void withoutServletHook() {
        Hooks.resetOnLastOperator("org.springframework.security.SECURITY_REACTOR_CONTEXT_OPERATOR");
    }

    private ConfigurableApplicationContext startApplication(
            String mongoUri, @Nullable OwnProvider provider, Map<String, Object> more) {
        progress.accept("Starting the hub.");
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("server.port", options.port());
        settings.put("MONGODB_URI", mongoUri);
        settings.put("HEARTH_CONTENT", ContentFolder.find().toString());
        if (System.getenv("HEARTH_FILES_FOLDER") == null) {
            settings.put(
                    "hearth.files.folder", options.data().resolve("temporary").toString());
        }
        settings.put("hearth.leases.owner", ownMongod ? LEASE_OWNER : "");
        settings.put("hearth.search.folder", options.data().resolve("search").toString());
        if (System.getenv("HEARTH_ADDRESS") == null) {
            settings.put("HEARTH_ADDRESS", origin());
        }
        if (behindProxy()) {
            // Whoever came past the proxy could claim to come from anywhere.
            settings.put("server.forward-headers-strategy", "native");
            settings.put("server.address", System.getenv().getOrDefault("HEARTH_LISTEN", "127.0.0.1"));
        }
        settings.put("hearth.demo", demo);
        settings.put("hearth.styleguide", demo);
        if (demo && System.getenv("HEARTH_REVIEW") == null) {
            settings.put("HEARTH_REVIEW", "best-practice");
        }
        ConfigurableApplicationContext application = new SpringApplicationBuilder(WholeHub.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=hub")
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("launcher", settings));
                    if (provider != null) {
                        context.getBeanFactory().registerSingleton("inviter", new ProviderInviter(provider));
                    }
                })
                .run();
        stops.push(application::close);
        return application;
    }

    /** What to print once it runs. */
    List<String> welcome(long began) {
        List<String> lines = new ArrayList<>();
        long tenths = Duration.ofNanos(System.nanoTime() - began).toMillis() / 100;
        lines.add("");
        lines.add("Hearth is at " + origin()
                + "  (ready in %d.%d s; Ctrl-C stops it)".formatted(tenths / 10, tenths % 10));
        if (behindProxy()) {
            lines.add("The proxy leads " + PROVIDER + "/* to 127.0.0.1:" + (options.port() + 1)
                    + " and all else to 127.0.0.1:" + options.port() + ": deploy/one-machine.Caddyfile does.");
        }
        if (MANAGEMENT_PORT != null) {
            lines.add("Health is at http://localhost:" + MANAGEMENT_PORT + "/health/readiness, metrics at /metrics");
        }
        if (demo) {
            lines.addAll(DemoSignIn.read().lines());
        }
        if (firstAdministrator != null) {
            lines.addAll(firstAdministrator.lines());
        }
        lines.add("");
        return lines;
    }

    /** Where people find it. */
    String origin() {
        return behindProxy() ? options.origin() : "http://localhost:" + options.port();
    }

    private boolean behindProxy() {
        return !options.origin().isEmpty();
    }

    private static void requireFree(int port) {
        if (!isFree(port)) {
            throw new CannotRun("Port " + port + " is in use. Stop what uses it, or choose another with --port.");
        }
    }

    private void requireFreeForManagement(String named) {
        if (!named.matches("[0-9]{1,5}") || Integer.parseInt(named) < 1 || Integer.parseInt(named) > 65_535) {
            throw new CannotRun("HEARTH_MANAGEMENT_PORT wants a number from 1 to 65535, not " + named + ".");
        }
        int port = Integer.parseInt(named);
        if (port == options.port() || port == options.port() + 1 || !isFree(port)) {
            throw new CannotRun(
                    "Port " + port
                            + " is in use or the hub's own. Choose another for health and metrics with HEARTH_MANAGEMENT_PORT.");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }
}
