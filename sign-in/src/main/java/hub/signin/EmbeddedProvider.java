package hub.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** The running provider. All methods block; none may be called on an event loop. Closing it answers open requests first. */
public final class EmbeddedProvider implements AutoCloseable {
    private static final int ATTEMPTS_AT_A_FREE_PORT = 5;

    private final ConfigurableApplicationContext context;
    private final Settings settings;

    private EmbeddedProvider(ConfigurableApplicationContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    /**
     * Starts the provider; when this returns it answers.
     *
     * @throws PortInUseException if the port is taken
     */
    public static EmbeddedProvider start(Settings settings) {
        return start(settings, LinkLetters.NONE);
    }

    /** As {@link #start(Settings)}, with somebody who sends links to people who forgot their password. */
    public static EmbeddedProvider start(Settings settings, LinkLetters letters) {
        if (settings.port() != 0) {
            return startAt(settings.at(settings.port()), letters);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return startAt(settings.at(freePort()), letters);
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS_AT_A_FREE_PORT || !(rootOf(failed) instanceof PortInUseException)) {
                    throw failed;
                }
            }
        }
    }

    private static EmbeddedProvider startAt(Settings settings, LinkLetters letters) {
        StandardServletEnvironment environment = new StandardServletEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", properties(settings)));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ProviderConfiguration.class)
                .environment(environment)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .addCommandLineProperties(false)
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("settings", settings);
                    starting.getBeanFactory().registerSingleton("linkLetters", letters);
                })
                .run();
        return new EmbeddedProvider(context, settings);
    }

    /** These stand before all else: what configures the hub in the same process, variables of the environment too, is not meant for the provider. */
    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.config.name", "sign-in");
        properties.put("spring.main.web-application-type", "servlet");
        properties.put("server.port", settings.port());
        properties.put("server.address", "${HEARTH_SIGN_IN_ADDRESS:127.0.0.1}");
        properties.put("server.servlet.context-path", settings.path());
        properties.put("server.ssl.enabled", false);
        properties.put("server.forward-headers-strategy", settings.isBehindTls() ? "native" : "none");
        return properties;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("There is no free port", none);
        }
    }

    private static Throwable rootOf(Throwable failed) {
        Throwable cause = failed;
        while (!(cause instanceof PortInUseException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The provider's address as browsers and the hub use it, without a slash at the end. */
    public String issuer() {
        return settings.issuer();
    }

    /** The port taken. */
    public int port() {
        return settings.port();
    }

    /**
     * Makes an account without a password, and the link to choose one.
     *
     * @param email what the person will type to sign in; case does not matter
     * @throws EmailInUse if somebody has it already
     * @throws IllegalArgumentException if the name is blank or the email is none
     */
    public Invitation invite(String name, String email) {
        return people().invite(name, email);
    }

    /**
     * A new link for somebody who lost theirs or forgot the password. The old link, the old password and open sessions here end at once.
     *
     * @throws java.util.NoSuchElementException if there is no such person
     */
    public Invitation inviteAgain(String subject) {
        return people().inviteAgain(subject);
    }

    /**
     * As {@link #inviteAgain(String)}; somebody who is in the hub and has never been here, such as most people of the demo, is put in.
     *
     * @param email what they will type if they are put in; null if it is not known
     * @throws EmailInUse if they would be put in and somebody has it already
     * @throws java.util.NoSuchElementException if there is no such person and the email is none
     */
    public Invitation inviteAgain(String subject, String name, @Nullable String email) {
        return people().inviteAgain(subject, name, email);
    }

    /**
     * A link for a letter to somebody: for seven days if they have no password yet, else for an hour. The link before it ends; a password stays until another has been chosen.
     *
     * @throws java.util.NoSuchElementException if there is no such person
     */
    public URI link(String subject) {
        return people().letterLink(subject);
    }

    /** Takes somebody away, with their address and password; their sessions end. Nothing happens if there is no such person. */
    public void forget(String subject) {
        people().forget(subject);
    }

    /**
     * Somebody more to be in the demo, or new words for somebody there already.
     *
     * @throws IllegalStateException unless this is a demo
     * @throws EmailInUse if the username is somebody else's
     */
    public void addDemoPerson(String subject, String name, String username, String who) {
        context.getBean(DemoPeople.class).add(new DemoPerson(subject, name, username, who));
    }

    private People people() {
        return context.getBean(People.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
