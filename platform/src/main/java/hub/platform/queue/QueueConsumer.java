package hub.platform.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Does the work of one queue, in the one service that has it: whoever takes an item and does not know what to do with it would lose it. */
public interface QueueConsumer {
    int MOST_TRIES = 5;

    /** A name without a tilde; never changed once landed: items wait under it. */
    String queue();

    /**
     * Does one item. What it writes is written together with the end of the item, so that it is done exactly once; what it does elsewhere may be done
     * again. Steps come one after the other, as in every transaction. An error means that it is tried again.
     */
    Mono<Void> handle(QueuedItem item);

    /** Whether {@link #handle} is one transaction with the end of the item. No for what takes long, such as a mail; it then may be done twice. */
    default boolean inTransaction() {
        return true;
    }

    /**
     * How long to wait after a failure.
     *
     * @param tries that failed, from 1
     * @return empty to set the item aside
     */
    default Optional<Duration> pauseAfter(int tries) {
        return tries < MOST_TRIES ? Optional.of(Duration.ofSeconds(1L << (2 * (tries - 1)))) : Optional.empty();
    }

    /** Some that belong together, as one bean. */
    interface Several {
        Stream<QueueConsumer> consumers();
    }
}
