package hub.resources.library;

import hub.platform.mongo.AtStart;
import hub.platform.mongo.Leases;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings the library to what the folder holds, after the migrations and before the web server: new and changed pieces are stored, those that are
 * gone from the folder are as if they had never been, and those whose file is broken go on as they were. One process at a time.
 */
@Component
class LibraryAtStart extends AtStart {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryAtStart.class);

    private final LibraryFolder folder;
    private final LibraryStore store;
    private final LibraryReminders reminders;
    private final PieceReadings readings;
    private final Clock clock;
    private final Transactions transactions;
    private final Leases leases;

    LibraryAtStart(
            LibraryFolder folder,
            LibraryStore store,
            LibraryReminders reminders,
            PieceReadings readings,
            Transactions transactions,
            Leases leases,
            Clock clock) {
        super(20, Duration.ofMinutes(2));
        this.folder = folder;
        this.store = store;
        this.reminders = reminders;
        this.readings = readings;
        this.clock = clock;
        this.transactions = transactions;
        this.leases = leases;
    }

    @Override
    protected Mono<Void> work() {
        return read();
    }

    Mono<Void> read() {
        return leases.named("library", Duration.ofSeconds(30)).whenHeld(Mono.defer(this::readAlone));
    }

    private Mono<Void> readAlone() {
        List<String> there = folder.slugs();
        if (there.isEmpty()) {
            LOG.warn("There is nothing in the folder of the library. What was stored before stays as it is.");
            return Mono.empty();
        }
        return folder.pieces()
                .concatMap(piece -> transactions.run(store.toChange(piece.slug())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(before -> put(before.orElse(null), piece))))
                .count()
                .doOnNext(stored -> LOG.info("Library: {} of {} pieces read", stored, there.size()))
                .thenMany(store.shownBesides(there))
                .concatMap(slug -> transactions.run(readings.stop(slug)))
                .then(store.withdrawAllBut(there));
    }

    private Mono<Piece> put(@Nullable Piece before, Piece piece) {
        if (before != null && before.hub() != null) {
            LOG.error("Left out of the library: {} has the name of a guide that is written in the hub", piece.slug());
            return Mono.empty();
        }
        return store.put(piece.after(before, clock.instant()))
                .delayUntil(reminders::plan)
                .delayUntil(after -> readings.follow(before, after));
    }
}
