package hub.platform.places;

import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The family hubs. Where they are is public; staff editors and administrators keep them, and each change is in the audit log. */
@Service
public class Places {
    /** More than a council has; lists to choose from are bounded by it. */
    public static final int MOST = 300;

    private final PlaceStore store;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    Places(PlaceStore store, AuditLog audit, Transactions transactions, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public static boolean mayKeep(Viewer viewer) {
        return viewer.staffEditor() || viewer.administrator();
    }

    /** A hub, a retired one too; empty if there is none such. */
    public Mono<FamilyHub> find(String id) {
        return store.find(id);
    }

    /** Those of the ids that there are, by id. */
    public Mono<Map<String, FamilyHub>> all(Collection<String> ids) {
        return store.all(ids);
    }

    /** Those to choose from, by name, at most {@link #MOST}. */
    public Flux<FamilyHub> open() {
        return store.list(FamilyHub.State.OPEN, null, MOST);
    }

    /**
     * By name.
     *
     * @param after the id of the last hub of the page before; null for the first page; for one that there is not, the first page
     */
    public Flux<FamilyHub> list(FamilyHub.State state, @Nullable String after, int limit) {
        return after == null
                ? store.list(state, null, limit)
                : store.find(after)
                        .flatMapMany(last -> store.list(state, last, limit))
                        .switchIfEmpty(Flux.empty());
    }

    /**
     * @param formKey of the form it came with; the same one again finds the hub that it made
     * @throws NotAllowed (as a signal) unless the viewer keeps the hubs
     */
    public Mono<FamilyHub> add(HubFacts facts, String formKey, Viewer by) {
        if (!mayKeep(by)) {
            return Mono.error(new NotAllowed());
        }
        String id = Ids.of("family hub of " + by.id() + " by " + formKey);
        Mono<FamilyHub> fresh = Mono.defer(() -> store.insert(FamilyHub.begin(id, facts, clock.instant(), by.id())))
                .flatMap(hub -> recorded("places.add", hub, by));
        return transactions.run(store.toChange(id).switchIfEmpty(fresh));
    }

    /** Puts in a hub as it is, unless there is one with its id: for content that is brought in. */
    public Mono<Void> bringIn(FamilyHub hub) {
        return store.toChange(hub.id()).switchIfEmpty(store.insert(hub)).then();
    }

    /**
     * @param seenVersion of the hub, as the form was shown with
     * @return empty if there is none such
     * @throws NotAllowed (as a signal) unless the viewer keeps the hubs
     * @throws Rejected {@link PlaceRefusal#CHANGED_MEANWHILE} (as a signal)
     */
    public Mono<FamilyHub> change(String id, HubFacts facts, int seenVersion, Viewer by) {
        return changed(id, "places.change", by, hub -> hub.describedAs(facts, seenVersion, clock.instant(), by.id()));
    }

    /** As {@link #change}; done twice it is done once. */
    public Mono<FamilyHub> retire(String id, Viewer by) {
        return changed(id, "places.retire", by, hub -> hub.retire(clock.instant(), by.id()));
    }

    /** As {@link #change}; done twice it is done once. */
    public Mono<FamilyHub> open(String id, Viewer by) {
        return changed(id, "places.open", by, hub -> hub.open(clock.instant(), by.id()));
    }

    private Mono<FamilyHub> changed(String id, String act, Viewer by, UnaryOperator<FamilyHub> how) {
        if (!mayKeep(by)) {
            return Mono.error(new NotAllowed());
        }
        return transactions.run(store.toChange(id).flatMap(before -> {
            FamilyHub after = how.apply(before);
            return after.equals(before)
                    ? Mono.just(before)
                    : store.replace(after, before.version())
                            .switchIfEmpty(Mono.error(() -> new Rejected(PlaceRefusal.CHANGED_MEANWHILE)))
                            .flatMap(hub -> recorded(act, hub, by));
        }));
    }

    private Mono<FamilyHub> recorded(String act, FamilyHub hub, Viewer by) {
        return audit.record(act, by.id(), hub.id(), null, Map.of("place", hub.name()))
                .thenReturn(hub);
    }
}
