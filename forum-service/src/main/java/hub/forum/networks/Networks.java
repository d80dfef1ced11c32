package hub.forum.networks;

import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Groups;
import hub.forum.groups.Membership;
import hub.forum.groups.SchemeGroups;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.figures.Suppression;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What fits whom, and the groups for it. Nobody learns who chose what, and no count below {@link Suppression#LEAST} is given. */
@Service
public class Networks {
    private final NetworkStore store;
    private final Groups groups;
    private final SchemeGroups schemeGroups;
    private final AuditLog audit;
    private final Transactions transactions;

    Networks(NetworkStore store, Groups groups, SchemeGroups schemeGroups, AuditLog audit, Transactions transactions) {
        this.store = store;
        this.groups = groups;
        this.schemeGroups = schemeGroups;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What the viewer has said of themselves. */
    public Mono<Set<Trait>> own(Visibility visibility) {
        return store.own(visibility.viewer()).map(NetworkChoice::traits).defaultIfEmpty(Set.of());
    }

    /** In the place of what the viewer said before; nothing is kept of whoever says nothing. It is their own affair, and in no log. */
    public Mono<Void> choose(Set<Trait> traits, Visibility by) {
        if (!by.viewer().approved()) {
            return Mono.error(new NotAllowed());
        }
        String account = by.viewer().id();
        return transactions
                .run(traits.isEmpty() ? store.forget(account) : store.put(new NetworkChoice(account, traits)))
                .then();
    }

    /** Groups for what the viewer has said of themselves, which they may know of and are not in. By name. */
    public Mono<List<Group>> suggested(Visibility visibility) {
        return own(visibility)
                .flatMap(traits -> traits.isEmpty()
                        ? Mono.just(List.of())
                        : store.forTraits(traits)
                                .map(NetworkGroup::id)
                                .collectList()
                                .flatMap(ids -> groups.all(visibility)
                                        .filter(group -> ids.contains(group.id()) && !visibility.isMember(group.id()))
                                        .collectList()));
    }

    /** To open a group: staff, and the hub carers of constellations. */
    public static boolean mayOpen(Visibility visibility) {
        return visibility.viewer().approved()
                && (visibility.viewer().staff()
                        || visibility.own().stream().map(visibility::membership).anyMatch(Networks::isHubCarer));
    }

    private static boolean isHubCarer(@Nullable Membership membership) {
        return membership != null && membership.role() == GroupRole.HUB_CARER;
    }

    /** How many people each fits, for those who may open a group; what fits fewer than {@link Suppression#LEAST} is left out. */
    public Mono<Map<Trait, Long>> counts(Visibility visibility) {
        if (!mayOpen(visibility)) {
            return Mono.error(new NotAllowed());
        }
        return Flux.fromArray(Trait.values())
                .concatMap(trait -> store.count(trait).map(count -> Map.entry(trait, count)))
                .filter(counted -> counted.getValue() >= Suppression.LEAST)
                .collect(
                        () -> new EnumMap<Trait, Long>(Trait.class),
                        (all, counted) -> all.put(counted.getKey(), counted.getValue()))
                .map(Map::copyOf);
    }

    /**
     * A closed group that the viewer facilitates.
     *
     * @param formKey of the form it came with; the same one again finds what it made
     * @throws NotAllowed (as a signal) unless the viewer may open one
     */
    public Mono<Group> open(Trait trait, GroupDetails details, String formKey, Visibility by) {
        if (!mayOpen(by)) {
            return Mono.error(new NotAllowed());
        }
        String opener = by.viewer().id();
        String id = Ids.of("network of " + opener + " by " + formKey);
        return transactions.run(schemeGroups
                .begin(id, details, List.of(opener), GroupRole.FACILITATOR, opener)
                .delayUntil(group -> store.put(new NetworkGroup(id, trait, opener)))
                .delayUntil(group -> audit.record("networks.open", opener, id, id, Map.of("trait", trait.slug()))));
    }
}
