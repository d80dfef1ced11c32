package hub.platform.outage;

import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Gives up on work while MongoDB does not answer. The driver alone would wait on a connection to a server that hangs; a plain limit of time would also
 * end what is merely slow. So work that takes longer than that makes us ask MongoDB itself; and only silence ends it.
 *
 * <p>One clock looks after all work that is under way. A timer for each request, which is nearly never needed, was a tenth of a page's time.
 */
@Component
public class MongoWatchdog implements SmartLifecycle {
    /** With a tick and the silence under the two seconds in which a page of the house must stand, whatever it says. */
    private static final Duration SLOW = Duration.ofMillis(850);

    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration SILENCE = Duration.ofMillis(900);

    private final Mono<Document> ping;
    private final Set<Work> underWay = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Disposable clock;

    MongoWatchdog(MongoClient client) {
        ping = Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                .timeout(SILENCE)
                .onErrorMap(silence -> new MongoAway());
    }

    /**
     * The work; {@link MongoAway} as a signal if it takes more than 0.9 s and MongoDB says nothing.
     *
     * @param tooLate from when on the work is left to end by itself
     */
    public Mono<Void> orAway(Mono<Void> work, BooleanSupplier tooLate) {
        return Mono.defer(() -> {
            Work watched = new Work(tooLate);
            underWay.add(watched);
            return Mono.firstWithSignal(work, watched.away.asMono()).doFinally(end -> underWay.remove(watched));
        });
    }

    /** Asks once for all that is slow, however much it is. */
    private Mono<Void> askForTheSlow() {
        long now = System.nanoTime();
        return Flux.fromStream(() -> underWay.stream().filter(work -> work.isDue(now)))
                .collectList()
                .filter(slow -> !slow.isEmpty())
                .flatMap(slow -> {
                    slow.forEach(work -> work.asked(now));
                    return ping.then().onErrorResume(MongoAway.class, away -> {
                        slow.forEach(work -> work.giveUp(away));
                        return Mono.empty();
                    });
                });
    }

    @Override
    public void start() {
        // Not one after the other: while one question hangs, other work becomes slow.
        clock = Flux.interval(TICK)
                .onBackpressureDrop()
                .flatMap(tick -> askForTheSlow().onErrorComplete())
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable ticking = clock;
        if (ticking != null) {
            ticking.dispose();
        }
        clock = null;
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    /** Before anything is served, and until nothing is. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private static final class Work {
        private final BooleanSupplier tooLate;
        private final Sinks.Empty<Void> away = Sinks.empty();
        private volatile long since = System.nanoTime();

        Work(BooleanSupplier tooLate) {
            this.tooLate = tooLate;
        }

        boolean isDue(long now) {
            return now - since >= SLOW.toNanos();
        }

        void asked(long now) {
            since = now;
        }

        void giveUp(MongoAway why) {
            if (!tooLate.getAsBoolean()) {
                away.tryEmitError(why);
            }
        }
    }
}
