package hub.platform.mongo;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Work that must be done before the web server takes requests. The one place of the services that blocks: a page on a half-made database would be
 * worse than a late start. An error stops the start.
 */
public abstract class AtStart implements SmartLifecycle {
    private final int order;
    private final Duration patience;
    private volatile boolean done;

    /**
     * @param order from 0, whichever service it belongs to; the lower is done first, and the migrations are 0
     * @param patience after which the start fails
     */
    protected AtStart(int order, Duration patience) {
        this.order = order;
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
        return Integer.MIN_VALUE + 1 + order;
    }
}
