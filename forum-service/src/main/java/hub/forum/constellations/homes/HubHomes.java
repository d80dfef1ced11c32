package hub.forum.constellations.homes;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.PersonName;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Hub homes: their beds, and the households around them. */
@Service
public class HubHomes {
    private final HubHomeStore store;
    private final Memberships memberships;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Transactions transactions;

    HubHomes(
            HubHomeStore store, Memberships memberships, Accounts accounts, AuditLog audit, Transactions transactions) {
        this.store = store;
        this.memberships = memberships;
        this.accounts = accounts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The hub home of a group that the viewer reads; an empty one before anything is known of it. */
    public Mono<HubHome> of(Group group, Visibility visibility) {
        visibility.requireRead(group.id());
        return store.find(group.id(), visibility).defaultIfEmpty(HubHome.empty(group.id()));
    }

    /** Who is in a constellation, for those who read it. */
    public Mono<Households> households(Group group, Visibility visibility) {
        return memberships
                .in(group, visibility)
                .collectList()
                .flatMap(members -> accounts.names(
                                members.stream().map(Membership::account).toList())
                        .map(names -> households(group, members, names)));
    }

    private static Households households(Group group, List<Membership> members, Names names) {
        Map<String, List<Membership>> byHousehold = members.stream()
                .filter(member -> member.bringsHousehold(group))
                .collect(Collectors.groupingBy(Membership::household, LinkedHashMap::new, Collectors.toList()));
        List<Households.Household> all = byHousehold.values().stream()
                .map(people -> new Households.Household(
                        people.getFirst().household(),
                        people.stream()
                                .map(member -> names.of(member.account()))
                                .toList(),
                        people.stream().anyMatch(member -> member.role() == GroupRole.HUB_CARER)))
                .toList();
        List<PersonName> liaison = members.stream()
                .filter(member -> member.role() == GroupRole.LIAISON_WORKER)
                .map(member -> names.of(member.account()))
                .toList();
        return new Households(all, liaison);
    }

    /** @throws NotAllowed (as a signal) unless the viewer keeps the constellation */
    public Mono<HubHome> addBed(String group, Bed bed, Visibility by) {
        return change(group, home -> home.with(bed), "constellations.beds", by);
    }

    /** @throws NotAllowed (as a signal) unless the viewer keeps the constellation */
    public Mono<HubHome> removeBed(String group, String bed, Visibility by) {
        return change(group, home -> home.withoutBed(bed), "constellations.beds", by);
    }

    /** Whom hub carers ring themselves. @throws NotAllowed (as a signal) unless the viewer keeps the constellation */
    public Mono<HubHome> backup(String group, String who, String number, Visibility by) {
        return change(group, home -> home.withBackup(who, number), "constellations.backup", by);
    }

    /** As it is stored, for counting beds in a transaction. */
    public Mono<HubHome> toCount(String group) {
        return store.toChange(group).defaultIfEmpty(HubHome.empty(group));
    }

    /** Makes any two transactions that keep beds of one hub home conflict, so that no bed is promised from what another is just promising. Nothing happens where there is no hub home yet. */
    public Mono<Void> holdBeds(String group) {
        return store.touch(group);
    }

    private Mono<HubHome> change(String group, UnaryOperator<HubHome> how, String act, Visibility by) {
        if (!ConstellationPolicy.mayKeep(by, group)) {
            return Mono.error(new NotAllowed());
        }
        return transactions.run(store.toChange(group)
                .defaultIfEmpty(HubHome.empty(group))
                .flatMap(before -> {
                    HubHome after = how.apply(before);
                    return after.equals(before)
                            ? Mono.just(before)
                            : save(before, after.nextVersion())
                                    .delayUntil(saved ->
                                            audit.record(act, by.viewer().id(), group, group, Map.of()));
                }));
    }

    private Mono<HubHome> save(HubHome before, HubHome after) {
        return (before.version() == 0 ? store.insert(after) : store.replace(after, before.version()))
                .switchIfEmpty(Mono.error(() -> new Rejected(HomeRefusal.CHANGED_MEANWHILE)));
    }
}
