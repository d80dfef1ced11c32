package hub.forum.visits;

import hub.platform.identity.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * When people were here: last, and for the first time. What they do is noted in memory and written down once a minute,
 * so that no page waits for it; a process that is killed forgets the last minute.
 */
@Service
public class Visits {
    private static final int AT_ONCE = 8;

    private final VisitStore store;
    private final Clock clock;
    private final Map<String, Noted> noted = new ConcurrentHashMap<>();

    Visits(VisitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The first and the last thing a person did that is not written down yet. */
    private record Noted(Instant first, Instant last) {}

    /** That an approved person asks for something now. */
    public void note(Viewer viewer) {
        Instant now = clock.instant();
        noted.merge(viewer.id(), new Noted(now, now), (before, here) -> new Noted(before.first(), here.last()));
    }

    /** When the viewer's visit before this one ended; empty during their first. */
    public Mono<Instant> since(Viewer viewer) {
        String account = viewer.id();
        return store.find(account).mapNotNull(visit -> visit.at(began(account)).since());
    }

    /** When the viewer first came to the hub; what was there before is not new to them. */
    public Mono<Instant> first(Viewer viewer) {
        return store.find(viewer.id()).map(Visit::first).defaultIfEmpty(began(viewer.id()));
    }

    private Instant began(String account) {
        Noted here = noted.get(account);
        return here == null ? clock.instant() : here.first();
    }

    /** Somebody who was here before the hub kept count. */
    public Mono<Void> wasHere(String account, Instant at) {
        return store.save(Visit.first(account, at));
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    Mono<Void> writeDown() {
        // The method is called once, its result subscribed to each minute: what is noted must be looked at then.
        return Flux.defer(() -> Flux.fromIterable(Map.copyOf(noted).entrySet()))
                .flatMap(entry -> writeDown(entry.getKey(), entry.getValue()), AT_ONCE)
                .then();
    }

    /** Noted again meanwhile, it stays for the next time. */
    private Mono<Void> writeDown(String account, Noted here) {
        return store.find(account)
                .defaultIfEmpty(Visit.first(account, here.first()))
                .map(visit -> visit.at(here.first()).at(here.last()))
                .flatMap(store::save)
                .then(Mono.fromRunnable(() -> noted.remove(account, here)));
    }
}
