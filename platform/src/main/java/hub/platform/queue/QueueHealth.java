package hub.platform.queue;

import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queues, for those who look after them. */
@Service
public class QueueHealth {
    /** Work that waits longer than this is late. */
    public static final Duration LATE = Duration.ofMinutes(1);

    /** Beyond this nobody counts. */
    public static final int MOST_COUNTED = 10_000;

    private final QueueStore store;
    private final QueueConsumers consumers;
    private final Transactions transactions;
    private final Clock clock;

    QueueHealth(QueueStore store, QueueConsumers consumers, Transactions transactions, Clock clock) {
        this.store = store;
        this.consumers = consumers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How each queue of this process stands, in the order of their names. */
    public Flux<Standing> standings() {
        Instant now = clock.instant();
        return Flux.fromIterable(consumers.all()).concatMap(consumer -> standing(consumer.queue(), now));
    }

    private Mono<Standing> standing(String queue, Instant now) {
        Mono<Long> waiting = store.countDueBefore(queue, now, MOST_COUNTED);
        Mono<Long> late = store.countDueBefore(queue, now.minus(LATE), MOST_COUNTED);
        Mono<Standing> none = Mono.just(new Standing(queue, 0, 0, null));
        return store.first(queue)
                .flatMap(first -> Mono.zip(waiting, late)
                        .map(counts -> new Standing(queue, counts.getT1(), counts.getT2(), first.due())))
                .switchIfEmpty(none);
    }

    /** What failed too often, newest first. */
    public Flux<SetAside> setAside(int most) {
        return store.setAside(most);
    }

    /**
     * Puts what was set aside back into its queue, as if it had never been tried; empty if it is not there any more.
     *
     * @param record what is written in the same transaction
     */
    public Mono<SetAside> tryAgain(String id, Function<SetAside, Mono<Void>> record) {
        return transactions.run(store.takeBack(id)
                .delayUntil(failed -> store.put(failed.item().untried()))
                .delayUntil(record));
    }

    /** Forgets what was set aside; empty if it is not there any more. */
    public Mono<SetAside> giveUp(String id, Function<SetAside, Mono<Void>> record) {
        return transactions.run(store.takeBack(id).delayUntil(record));
    }

    /**
     * How a queue stands.
     *
     * @param waiting items that could be done now, counted up to {@link #MOST_COUNTED}
     * @param late of these, those that could have been done {@link #LATE} ago
     * @param firstDue when the first that waits is or was due, if any waits
     */
    public record Standing(
            String queue, long waiting, long late, @Nullable Instant firstDue) {}
}
