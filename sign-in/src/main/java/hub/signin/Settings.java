package hub.signin;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the provider needs to know to start.
 *
 * @param port where it listens; 0 takes any free port
 * @param mongoUri the database of the hub, with its name
 * @param issuer the provider's address as browsers see it, such as {@code http://localhost:8081}, or a path below the hub's origin; empty means localhost at the port taken. An
 *     {@code https} issuer says that a proxy stands in front: cookies are then Secure and the proxy's word on the visitor's address counts
 * @param hubOrigin where the hub is, such as {@code http://localhost:8080}, without a path
 * @param clientSecret what the hub proves itself with: random, 120 bits or more, as it is kept as a plain digest
 * @param siteName what stands at the top of the pages
 * @param demo whether demo people may sign in and are shown on the sign-in page
 * @param demoPeople ignored unless {@code demo}
 * @param demoPassword the one password of all demo people; ignored unless {@code demo}
 */
public record Settings(
        int port,
        String mongoUri,
        String issuer,
        String hubOrigin,
        String clientSecret,
        String siteName,
        boolean demo,
        List<DemoPerson> demoPeople,
        String demoPassword) {
    /** An origin, and one word behind it. */
    private static final Pattern PATH = Pattern.compile("^([a-z]+://[^/]+)(/[a-z-]+)$");

    public Settings {
        issuer = withoutSlash(issuer);
        hubOrigin = withoutSlash(hubOrigin);
        demoPeople = List.copyOf(demoPeople);
        if (!isOrigin(hubOrigin)) {
            throw new IllegalArgumentException("The hub's address must be like http://localhost:8080: " + hubOrigin);
        }
        if (!issuer.isEmpty() && !isOrigin(PATH.matcher(issuer).replaceFirst("$1"))) {
            throw new IllegalArgumentException(
                    "The issuer must be like http://localhost:8081 or https://hearth.example.org/identity: " + issuer);
        }
        if (clientSecret.isBlank()) {
            throw new IllegalArgumentException("The hub needs a client secret");
        }
        if (demo && demoPassword.isBlank()) {
            throw new IllegalArgumentException("A demo needs a password");
        }
    }

    /** Where the hub begins a sign-in; it remembers where the reader wanted to go. */
    String hubSignIn() {
        return hubOrigin + "/oauth2/authorization/hearth";
    }

    /** Of the issuer, below which all of the provider is: empty, or a slash and a word. */
    String path() {
        return PATH.matcher(issuer).replaceFirst("$2").startsWith("/")
                ? PATH.matcher(issuer).replaceFirst("$2")
                : "";
    }

    /** Of the issuer. */
    String origin() {
        return PATH.matcher(issuer).replaceFirst("$1");
    }

    boolean isBehindTls() {
        return issuer.startsWith("https:");
    }

    Settings at(int portTaken) {
        return new Settings(
                portTaken,
                mongoUri,
                issuer.isEmpty() ? "http://localhost:" + portTaken : issuer,
                hubOrigin,
                clientSecret,
                siteName,
                demo,
                demoPeople,
                demoPassword);
    }

    /** The secrets stay out of logs. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", issuer=" + issuer + ", hubOrigin=" + hubOrigin + ", demo=" + demo + "]";
    }

    private static String withoutSlash(@Nullable String address) {
        return address == null ? "" : address.strip().replaceFirst("/+$", "");
    }

    private static boolean isOrigin(String address) {
        try {
            URI uri = new URI(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (java.net.URISyntaxException malformed) {
            return false;
        }
    }
}
