package hub.resources.library;

import hub.platform.mongo.AtStart;
import hub.platform.mongo.Leases;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings the library to what the folder holds, after the migrations and before the web server: new and changed pieces are stored, those that are
 * gone from the folder are withdrawn, and those whose file is broken go on as they were. One process at a time.
 */
@Component
class LibraryAtStart extends AtStart {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryAtStart.class);

    private final LibraryFolder folder;
    private final LibraryStore store;
    private final Leases leases;

    LibraryAtStart(LibraryFolder folder, LibraryStore store, Leases leases) {
        super(20, Duration.ofMinutes(2));
        this.folder = folder;
        this.store = store;
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
                .concatMap(store::put)
                .count()
                .doOnNext(stored -> LOG.info("Library: {} of {} pieces read", stored, there.size()))
                .then(store.withdrawAllBut(there));
    }
}
