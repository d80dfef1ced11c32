package hub.platform.mongo;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Work that must be done before the web server takes requests. The one place of the services that blocks: a page on a half-made database would be
 * worse than a late start. An error stops the start.
 */
public abstract class AtStart implements SmartLifecycle {
    private final Turn turn;
    private final Duration patience;
    private volatile boolean done;

    /** In which order, whichever service it belongs to. */
    public enum Turn {
        MIGRATIONS,
        COMMUNITY,
        LIBRARY,
        PUBLICATIONS
    }

    /** @param patience after which the start fails */
    protected AtStart(Turn turn, Duration patience) {
        this.turn = turn;
        this.patience = patience;
    }

    /** What is to be done; can be done again after it was cut off. */
    protected abstract Mono<Void> work();

    @Override
    public final void start() {
        work().block(patience);
        done = true;
    }

    @Override
    public final void stop() {
        done = false;
    }

    @Override
    public final boolean isRunning() {
        return done;
    }

    @Override
    public final int getPhase() {
        return Integer.MIN_VALUE + 1 + turn.ordinal();
    }
}
