package hub.platform.queue;

import hub.platform.cache.ChangeStream;
import hub.platform.mongo.Lease;
import hub.platform.mongo.Leases;
import hub.platform.mongo.Transactions;
import hub.platform.outage.MongoAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Does what waits, queue beside queue, as long as this process holds the lease. Within a queue, items of one subject come one after the other, and
 * {@value #AT_ONCE} subjects at once.
 */
@Component
public class Worker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int AT_ONCE = 4;
    private static final int BATCH = 50;
    private static final int MOST_PAUSING = 200;
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration STANDING_BY = Duration.ofSeconds(2);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(15);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final Duration LONGEST_ITEM = Duration.ofSeconds(45);

    private final QueueConsumers consumers;
    private final QueueStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final Lease lease;
    private final Map<String, Wakeups> wakeups;
    private volatile @Nullable Disposable working;

    Worker(
            QueueConsumers consumers,
            QueueStore store,
            Transactions transactions,
            Clock clock,
            Leases leases,
            ChangeStream changes,
            @Value("${spring.application.name:hearth}") String service) {
        this.consumers = consumers;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.lease = leases.named("queues-" + service, LEASE);
        this.wakeups = consumers.all().stream()
                .collect(Collectors.toUnmodifiableMap(QueueConsumer::queue, consumer -> new Wakeups()));
        changes.whenChanged(QueueStore.QUEUE, this::wake);
    }

    /** Looks at once what is due, as after a change of the clock. */
    public void wake() {
        wakeups.values().forEach(Wakeups::wake);
    }

    /** One queue alone, as it stands first in the id of each of its items: the others have nothing to look for. */
    private void wake(@Nullable String item) {
        if (item == null) {
            wake();
            return;
        }
        Wakeups concerned = wakeups.get(QueuedItem.queueIn(item));
        if (concerned != null) {
            concerned.wake();
        }
    }

    private Wakeups wakeupsOf(String queue) {
        return Objects.requireNonNull(wakeups.get(queue));
    }

    @Override
    public synchronized void start() {
        Mono<Void> loops = Flux.merge(Flux.fromIterable(consumers.all()).map(this::loop), Integer.MAX_VALUE)
                .then();
        working = lease.standingBy(STANDING_BY, loops)
                .doOnError(fault -> LOG.debug("The work in the background begins anew", fault))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AFTER_A_FAULT))
                .subscribe();
    }

    private Mono<Void> loop(QueueConsumer consumer) {
        return Mono.defer(() -> {
                    long soFar = wakeupsOf(consumer.queue()).soFar();
                    return drain(consumer).flatMap(done -> done ? Mono.empty() : sleep(consumer.queue(), soFar));
                })
                .onErrorResume(fault -> {
                    if (!MongoAway.explains(fault)) {
                        LOG.warn("The queue {} could not be read", consumer.queue(), fault);
                    }
                    return Mono.delay(AFTER_A_FAULT).then();
                })
                .repeat()
                .then();
    }

    private Mono<Void> sleep(String queue, long soFar) {
        Instant now = clock.instant();
        Mono<Instant> due = store.next(queue, now).map(QueuedItem::due);
        Mono<Instant> retry = store.pausing(queue, now, 1).next().flatMap(item -> Mono.justOrEmpty(item.retryAt()));
        return Flux.concat(due, retry)
                .map(moment -> Duration.between(now, moment))
                .collectList()
                .flatMap(waits -> wakeupsOf(queue)
                        .sleep(soFar, waits.stream().reduce(LONGEST_SLEEP, (a, b) -> a.compareTo(b) < 0 ? a : b)));
    }

    /** Whether there was anything to do. */
    private Mono<Boolean> drain(QueueConsumer consumer) {
        Instant now = clock.instant();
        return store.pausing(consumer.queue(), now, MOST_PAUSING)
                .map(QueuedItem::subject)
                .distinct()
                .collectList()
                .flatMap(pausing ->
                        store.due(consumer.queue(), now, pausing, BATCH).collectList())
                .flatMap(batch -> Flux.fromIterable(bySubject(batch))
                        .flatMap(line -> inOrder(consumer, line), AT_ONCE)
                        .then(Mono.just(!batch.isEmpty())));
    }

    private static List<List<QueuedItem>> bySubject(List<QueuedItem> batch) {
        Map<String, List<QueuedItem>> lines = new LinkedHashMap<>();
        batch.forEach(item -> lines.computeIfAbsent(item.subject(), subject -> new ArrayList<>())
                .add(item));
        return List.copyOf(lines.values());
    }

    /** Ends with the first that fails, unless that was set aside. */
    private Mono<Void> inOrder(QueueConsumer consumer, List<QueuedItem> line) {
        return Flux.fromIterable(line)
                .concatMap(item -> attempt(consumer, item))
                .takeWhile(goOn -> goOn)
                .then();
    }

    /** Whether the next one of the same subject may be done. */
    private Mono<Boolean> attempt(QueueConsumer consumer, QueuedItem item) {
        Mono<Boolean> removed = Mono.defer(() -> store.remove(item.id()));
        Mono<Void> work = Mono.defer(() -> consumer.handle(item)).timeout(LONGEST_ITEM);
        Mono<Boolean> done = consumer.inTransaction()
                // First the end: whoever does not find it has nothing to do, and the effect is not written.
                ? transactions.run(removed.flatMap(there -> there ? work.thenReturn(true) : Mono.just(true)))
                : work.then(removed).thenReturn(true);
        return done.onErrorResume(
                fault -> MongoAway.explains(fault) ? Mono.error(fault) : failed(consumer, item, fault));
    }

    private Mono<Boolean> failed(QueueConsumer consumer, QueuedItem item, Throwable fault) {
        int tries = item.tries() + 1;
        Instant now = clock.instant();
        Optional<Duration> pause = consumer.pauseAfter(tries);
        if (pause.isPresent()) {
            LOG.info("{} failed, try {}", item.id(), tries, fault);
            return store.tryAgain(item, tries, now.plus(pause.get())).thenReturn(false);
        }
        LOG.error("{} is set aside after {} tries", item.id(), tries, fault);
        return transactions
                .run(store.setAside(new SetAside(item.id(), item, now, placeOf(fault))))
                .thenReturn(true);
    }

    private static String placeOf(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    @Override
    public synchronized void stop() {
        Disposable ended = working;
        if (ended != null) {
            ended.dispose();
        }
        working = null;
    }

    @Override
    public boolean isRunning() {
        return working != null;
    }

    /** After everything that is made ready at the start; it ends before what it works with. */
    @Override
    public int getPhase() {
        return 0;
    }
}
