package hub.resources.policies;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.refusals.Rejected;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The policies. What was published may be read by anybody. */
@Service
public class Policies {
    private final PolicyStore store;

    Policies(PolicyStore store) {
        this.store = store;
    }

    /** By title. */
    public Flux<Policy> all() {
        return store.all();
    }

    public Mono<Policy> find(String id) {
        return store.find(id);
    }

    /** @throws NotAllowed (as a signal) unless the viewer looks after policies and there is such a one */
    public Mono<Policy> forStaff(String id, Viewer viewer) {
        return PolicyRights.asLookingAfter(viewer).then(store.find(id)).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /** As {@link #forStaff}, as it is stored now: a step of the caller's transaction. */
    public Mono<Policy> toChange(String id, Viewer viewer) {
        return PolicyRights.asLookingAfter(viewer).then(store.toChange(id)).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /**
     * Changes it; a step of the caller's transaction.
     *
     * @throws NotAllowed (as a signal) unless the viewer looks after policies and there is such a one
     * @throws Rejected (as a signal) if somebody else changed it since
     */
    public Mono<Policy> change(String id, UnaryOperator<Policy> how, Viewer by) {
        return toChange(id, by).flatMap(before -> {
            Policy after = how.apply(before);
            return after.equals(before)
                    ? Mono.just(before)
                    : store.replace(after)
                            .switchIfEmpty(Mono.error(() -> new Rejected(PolicyRefusal.CHANGED_MEANWHILE)));
        });
    }
}
