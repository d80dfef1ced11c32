package hub.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Somebody who can sign in, or could after opening their link.
 *
 * @param username an email address in its one spelling
 * @param password encoded; none until they have chosen one
 * @param link the open invitation, if there is one
 * @param demo invented; cannot sign in unless the provider runs as a demo
 */
record Person(
        @Id String subject,
        String name,
        String username,
        @Nullable String password,
        @Nullable Link link,
        boolean demo) {

    /** @param tokenHash SHA-256 of what stands in the link, which itself is not kept */
    record Link(String tokenHash, Instant expiresAt) {}
}
