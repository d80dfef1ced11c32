package hub.platform.files;

import hub.platform.mongo.Lease;
import hub.platform.mongo.Leases;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From time to time, in one process at a time: clears away what nothing refers to, and has those scanned that the scanner has not answered for. */
@Component
class FilesUpkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FilesUpkeep.class);

    /** How long an upload may hang on nothing. */
    static final Duration ABANDONED = Duration.ofDays(1);

    private static final int MOST_AT_A_TIME = 100;

    private final Files files;
    private final FileStore store;
    private final StoredFileScan scan;
    private final Lease lease;
    private final Clock clock;
    private final Duration every;
    private volatile @Nullable Disposable running;

    FilesUpkeep(
            Files files,
            FileStore store,
            StoredFileScan scan,
            Leases leases,
            Clock clock,
            @Value("${hearth.files.upkeep}") Duration every) {
        this.files = files;
        this.store = store;
        this.scan = scan;
        this.lease = leases.named("files", Duration.ofMinutes(1));
        this.clock = clock;
        this.every = every;
    }

    /** One round. */
    Mono<Void> round() {
        return lease.whenHeld(clearAway().then(scanWaiting()));
    }

    private Mono<Void> clearAway() {
        return Flux.defer(() -> store.abandoned(clock.instant().minus(ABANDONED), MOST_AT_A_TIME))
                .concatMap(file -> store.hide(file.id()).then(files.clear(file)).thenReturn(file))
                .count()
                .doOnNext(cleared -> {
                    if (cleared > 0) {
                        LOG.info("Cleared away {} files that nothing refers to", cleared);
                    }
                })
                .then();
    }

    private Mono<Void> scanWaiting() {
        return store.waiting(MOST_AT_A_TIME)
                .concatMap(scan::of)
                .takeUntil(scanned -> scanned.state() == FileState.WAITING)
                .then();
    }

    @Override
    public void start() {
        running = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> round().onErrorResume(failure -> {
                    LOG.warn("The upkeep of files broke off and is tried again later: {}", failure.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable ticking = running;
        if (ticking != null) {
            ticking.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
