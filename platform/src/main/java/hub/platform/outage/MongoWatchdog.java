package hub.platform.outage;

import com.mongodb.reactivestreams.client.MongoClient;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import reactor.netty.resources.LoopResources;

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
    private final EventLoopGroup loops;
    private final Set<Work> underWay = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Disposable clock;

    MongoWatchdog(MongoClient client, LoopResources loops) {
        this.ping = Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)));
        this.loops = loops.onServer(LoopResources.DEFAULT_NATIVE);
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
                    return answerOrAway().onErrorResume(MongoAway.class, away -> {
                        slow.forEach(work -> work.giveUp(away));
                        return Mono.empty();
                    });
                });
    }

    /**
     * The answer may have come and lie before a thread that is busy, as at the first pages after a start; so silence counts only when all of ours have
     * come round to what lies before them.
     */
    private Mono<Void> answerOrAway() {
        return Mono.defer(() -> {
            CompletableFuture<Document> answer = ping.toFuture();
            Mono<Void> unlessOverlooked = turnOfEachLoop()
                    .then(turnOfEachLoop())
                    .then(Mono.defer(() -> answer.isDone() ? Mono.fromFuture(answer) : Mono.error(new MongoAway())))
                    .then();
            return Mono.fromFuture(answer, true)
                    .then()
                    .timeout(SILENCE, unlessOverlooked)
                    .onErrorMap(fault -> new MongoAway())
                    .doFinally(end -> answer.cancel(true));
        });
    }

    /** Ends when each thread has done what it was given before. */
    private Mono<Void> turnOfEachLoop() {
        return Flux.fromIterable(loops)
                .flatMap(loop -> Mono.<Void>create(turn -> loop.execute(turn::success)))
                .then();
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
