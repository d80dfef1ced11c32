package hub.resources.library;

import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How often guides are opened in a month, by people who are signed in: numbers, and never who. They are written down once a minute, so that no page waits
 * for it; a process that is killed forgets the last minute.
 */
@Service
public class ReadCounts {
    private static final int AT_ONCE = 4;

    private final ReadCountStore store;
    private final Clock clock;
    private final Map<Opened, Integer> noted = new ConcurrentHashMap<>();

    ReadCounts(ReadCountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Opened(String slug, YearMonth month) {}

    /** That a viewer opens a guide. Editors, who look after them, do not count. */
    public void note(Piece piece, Viewer viewer) {
        if (viewer.approved() && !viewer.staffEditor()) {
            noted.merge(new Opened(piece.slug(), month()), 1, Integer::sum);
        }
    }

    /** The slugs of the most used of this month, the most used first. */
    Mono<List<String>> mostUsed(int limit) {
        return store.most(month(), limit);
    }

    /** The slugs of all that were ever opened. */
    Mono<Set<String>> everOpened() {
        return store.everOpened();
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(Times.LONDON));
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    Mono<Void> writeDown() {
        // The method is called once, its result subscribed to each minute: what is noted must be looked at then.
        return Flux.defer(() -> Flux.fromIterable(Map.copyOf(noted).keySet()))
                .flatMap(this::writeDown, AT_ONCE)
                .then();
    }

    private Mono<Void> writeDown(Opened opened) {
        Integer times = noted.remove(opened);
        return times == null
                ? Mono.empty()
                : store.add(opened.slug(), opened.month(), times)
                        .doOnError(failed -> noted.merge(opened, times, Integer::sum));
    }

    /** Adds to a month as it is: for content that is brought in. */
    Mono<Void> bringIn(String slug, YearMonth month, int times) {
        return store.add(slug, month, times);
    }
}
