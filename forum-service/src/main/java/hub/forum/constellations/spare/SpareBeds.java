package hub.forum.constellations.spare;

import hub.forum.groups.Group;
import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Who has a spare bed this weekend. */
@Service
public class SpareBeds {
    private final SpareBedStore store;
    private final Memberships memberships;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    SpareBeds(
            SpareBedStore store,
            Memberships memberships,
            Accounts accounts,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.memberships = memberships;
        this.accounts = accounts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the viewer's household can say so there: carers of the constellation. */
    public static boolean maySay(Group group, Visibility visibility) {
        return household(group, visibility) != null;
    }

    private static @Nullable Membership household(Group group, Visibility visibility) {
        Membership membership = visibility.membership(group.id());
        return membership != null && membership.bringsHousehold(group) && visibility.mayPost(group.id())
                ? membership
                : null;
    }

    /** Whether the viewer's household says so this weekend. */
    public Mono<Boolean> isSaid(Group group, Visibility visibility) {
        Membership membership = household(group, visibility);
        return membership == null
                ? Mono.just(false)
                : store.has(SpareBed.id(group.id(), membership.household(), SpareBed.weekend(clock.instant())));
    }

    /** Done twice it is done once. @throws NotAllowed (as a signal) unless the viewer is a carer of the constellation */
    public Mono<Void> say(Group group, Visibility by) {
        Membership membership = household(group, by);
        if (membership == null) {
            return Mono.error(new NotAllowed());
        }
        SpareBed bed = SpareBed.of(group.id(), membership.household(), membership.account(), clock.instant());
        return transactions
                .run(store.has(bed.id())
                        .filter(there -> !there)
                        .flatMap(fresh -> store.insert(bed))
                        .delayUntil(made -> audit.record(
                                "constellations.spare", membership.account(), bed.id(), group.id(), Map.of())))
                .then();
    }

    /** Not any more, by anybody of the household. @throws NotAllowed (as a signal) unless the viewer is a carer of the constellation */
    public Mono<Void> takeBack(Group group, Visibility by) {
        Membership membership = household(group, by);
        return membership == null
                ? Mono.error(new NotAllowed())
                : transactions
                        .run(store.remove(SpareBed.id(
                                        group.id(), membership.household(), SpareBed.weekend(clock.instant())))
                                .delayUntil(gone -> audit.record(
                                        "constellations.spare.back",
                                        membership.account(),
                                        gone.id(),
                                        group.id(),
                                        Map.of())))
                        .then();
    }

    /** Whether the viewer sees those of all constellations. */
    public static boolean isForDuty(Viewer viewer) {
        return viewer.is(Role.DUTY_WORKER);
    }

    /** For duty workers those of all constellations, for liaison workers those of their own; empty for everybody else. Who has left since, or is suspended, is not among them. */
    public Mono<List<SpareBed>> list(Visibility visibility) {
        return store.list(clock.instant(), visibility)
                .filterWhen(bed -> memberships.toTell(bed.group()).any(bed.by()::equals))
                .filterWhen(bed -> accounts.approved(bed.by()).hasElement())
                .collectList();
    }
}
