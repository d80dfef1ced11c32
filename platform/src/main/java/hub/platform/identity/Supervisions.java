package hub.platform.identity;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Which supervising social worker looks after which fostering household: who may see a carer's training record, act for them and is told. Nobody else's business, so
 * there is no list of it.
 */
@Service
public class Supervisions {
    private final SupervisionStore store;
    private final Clock clock;

    Supervisions(SupervisionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The account of the social worker of a household; empty if it has none. For telling them; whether they still are one is asked when it is shown. */
    public Mono<String> workerOf(String household) {
        return store.of(household).map(Supervision::worker);
    }

    /** The households that the viewer supervises now; none for whoever is not a supervising social worker. At most 500. */
    public Mono<Set<String>> householdsOf(Viewer viewer) {
        return viewer.is(Role.SUPERVISING_SOCIAL_WORKER) ? store.households(viewer.id()) : Mono.just(Set.of());
    }

    public Mono<Boolean> supervises(Viewer viewer, String household) {
        return viewer.is(Role.SUPERVISING_SOCIAL_WORKER)
                ? store.of(household)
                        .map(supervision -> supervision.worker().equals(viewer.account()))
                        .defaultIfEmpty(false)
                : Mono.just(false);
    }

    /**
     * From now on this social worker looks after the household; a step of the caller's transaction.
     *
     * @param worker null for nobody
     * @throws NotAllowed (as a signal) unless the viewer is an administrator
     */
    public Mono<Void> assign(String household, @Nullable String worker, Viewer by) {
        if (!by.administrator()) {
            return Mono.error(new NotAllowed());
        }
        return put(household, worker);
    }

    /** As {@link #assign}, for what is brought in at the start, such as the demo's people. */
    public Mono<Void> put(String household, @Nullable String worker) {
        return worker == null
                ? store.remove(household)
                : store.put(new Supervision(household, worker, clock.instant())).then();
    }
}
