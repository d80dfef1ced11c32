package hub.signin;

import java.net.URI;

/**
 * A way in for one person.
 *
 * @param subject what the hub will know them by
 * @param link where they choose a password; works once, for seven days, and is not kept anywhere: hand it over now
 */
public record Invitation(String subject, URI link) {

    /** The link is as good as a password. */
    @Override
    public String toString() {
        return "Invitation[subject=" + subject + "]";
    }
}
