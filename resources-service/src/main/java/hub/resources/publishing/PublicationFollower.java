package hub.resources.publishing;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A feature in which publications of some kind are read: a bean. */
public interface PublicationFollower {

    /**
     * A step of the transaction that stores a publication; nothing for what is not its own.
     *
     * @param before null for a new one
     * @throws hub.platform.refusals.Rejected (as a signal) if it cannot be published as it is
     */
    Mono<Void> follow(@Nullable Publication before, Publication after);
}
