package hub.platform.queue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets a loop sleep until there is news, without missing what came just before it fell asleep. */
final class Wakeups {
    private final AtomicLong number = new AtomicLong();
    private final Sinks.Many<Long> latest = Sinks.many().replay().latest();

    /** To be asked before the work that may find nothing. */
    long soFar() {
        return number.get();
    }

    void wake() {
        long next = number.incrementAndGet();
        latest.emitNext(next, (signal, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    /** Ends when there was a wake-up after {@code soFar}, or after a time. */
    Mono<Void> sleep(long soFar, Duration longest) {
        return latest.asFlux()
                .filter(each -> each > soFar)
                .next()
                .timeout(longest, Mono.empty())
                .then();
    }
}
