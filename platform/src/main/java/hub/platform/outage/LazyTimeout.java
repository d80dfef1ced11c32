package hub.platform.outage;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A limit of time for what is nearly always done at once: the timer is set only when it is not. */
final class LazyTimeout {
    private LazyTimeout() {}

    /** @throws TimeoutException (as a signal) if the action takes longer; it is ended then */
    static Mono<Void> upTo(Duration limit, Mono<Void> action) {
        return Mono.deferContextual(context -> {
            Sinks.Empty<Void> done = Sinks.empty();
            boolean[] atOnce = new boolean[1];
            Disposable running = action.contextWrite(context).subscribe(nothing -> {}, done::tryEmitError, () -> {
                atOnce[0] = true;
                done.tryEmitEmpty();
            });
            return atOnce[0] ? Mono.empty() : done.asMono().timeout(limit).doFinally(end -> running.dispose());
        });
    }
}
