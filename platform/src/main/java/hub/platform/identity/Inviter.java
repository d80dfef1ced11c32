package hub.platform.identity;

import hub.platform.refusals.Rejected;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Gives a person a way to sign in by a one-time link. Present only where the embedded provider runs; a council that signs people in with its
 * own provider has none.
 */
public interface Inviter {
    /**
     * @param email what the person will type to sign in
     * @return the identity the person will have, as in {@link Account#identity()}, and the link to hand over
     * @throws Rejected {@code accounts.invited} (as a signal) if the email is in use
     */
    Mono<Invitation> invite(String name, String email);

    /**
     * A fresh link for somebody who lost theirs or forgot the password; the old password ends at once. Somebody who has never had a way to sign in gets one.
     *
     * @param email what they will type if they have had no way to sign in; null if it is not known
     * @throws Rejected {@code accounts.link.noEmail} (as a signal) if they have none and their address is not known, {@code accounts.invited} if it is somebody
     *     else's
     */
    Mono<Invitation> inviteAgain(String identity, String name, @Nullable String email);

    /**
     * A link for a letter, which takes nothing away: an old password goes on until another has been chosen. Empty for somebody who has no way to sign in.
     *
     * @param identity as in {@link Account#identity()}
     */
    Mono<URI> link(String identity);

    /**
     * The identity that somebody will have who is brought in without a link: {@link #inviteAgain} makes them the first.
     *
     * @param account its id
     */
    String identityOf(String account);

    /**
     * Takes away how somebody signs in, with their address and password; open sessions there end. Done twice it is done once.
     *
     * @param identity as in {@link Account#identity()}; one of another provider is nothing to do
     */
    Mono<Void> forget(String identity);

    record Invitation(String identity, URI link) {}
}
