package hub.platform.mail;

import hub.platform.identity.EmailAddress;
import reactor.core.publisher.Mono;

/** One kind of letter to somebody who has no account and asked for it: a bean of the feature that sends it, which keeps the address and erases it. */
public interface GuestMailKind {
    /** Never changed once landed: letters wait under it. */
    String kind();

    /**
     * Writes the letter, when it goes out.
     *
     * @param about what it is about, as it was asked for
     * @return empty if there is nothing to say any more
     */
    Mono<Addressed> write(String about);

    /** @param name as they call themselves */
    record Addressed(String name, EmailAddress address, Letter letter) {}
}
