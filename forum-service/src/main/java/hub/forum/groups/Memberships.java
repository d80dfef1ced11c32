package hub.forum.groups;

import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Refusal;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who is in which group. Each change is one transaction with all that follows from it: the count of those who read, the household's claim,
 * the audit log.
 */
@Service
public class Memberships {
    private static final Set<Refusal> TELLING = Set.of(GroupRefusal.NOT_APPROVED, GroupRefusal.HOUSEHOLD_ELSEWHERE);

    private final MembershipStore store;
    private final JoinRequestStore requests;
    private final GroupStore groups;
    private final Accounts accounts;
    private final CountReaders count;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Memberships(
            MembershipStore store,
            JoinRequestStore requests,
            GroupStore groups,
            Accounts accounts,
            CountReaders count,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.groups = groups;
        this.accounts = accounts;
        this.count = count;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The people of a group, for those who read it and for administrators.
     *
     * @throws AgreementFirst (as a signal) if the viewer is a member who has yet to accept the agreement
     * @throws NotAllowed (as a signal) if the viewer may not know who is there
     */
    public Flux<Membership> in(Group group, Visibility visibility) {
        return Flux.defer(() -> {
            visibility.requireSeesPeople(group.id());
            return store.in(group.id());
        });
    }

    /** The groups that the viewer reads as a member and somebody else is in too; of themselves, all of these. */
    public Mono<Set<String>> shared(String account, Visibility visibility) {
        Set<String> own = visibility.ownReadable();
        return store.of(account)
                .map(memberships -> memberships.stream()
                        .map(Membership::group)
                        .filter(own::contains)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The accounts of those in a group, for telling them of something whose rights are asked again when it is shown. */
    public Flux<String> toTell(String group) {
        return store.in(group).map(Membership::account);
    }

    /** As {@link #toTell(String)}, of those who have one of these parts in it. */
    public Flux<String> toTell(String group, Set<GroupRole> roles) {
        return store.in(group).filter(member -> roles.contains(member.role())).map(Membership::account);
    }

    /** As {@link #toTell(String)}, of those of some households. */
    public Flux<String> toTellIn(String group, Set<String> households) {
        return store.in(group)
                .filter(member -> households.contains(member.household()))
                .map(Membership::account);
    }

    /** The households of those in a group, for keeping right what hangs on them; never shown. */
    public Flux<String> households(String group) {
        return store.in(group).map(Membership::household).distinct();
    }

    /** One person of a group, for those who may change that membership; empty for whom the viewer may not. */
    public Mono<Membership> find(Group group, String account, Visibility by) {
        return GroupPolicy.mayRemove(by, group.id())
                ? store.find(group.id(), account).filter(member -> GroupPolicy.mayRemove(by, member))
                : Mono.error(new NotAllowed());
    }

    /**
     * Makes somebody a member at once; they read once they have accepted the agreement. Sent twice, it counts once.
     *
     * @throws NotAllowed (as a signal) unless the viewer may nominate there as that
     * @throws Rejected (as a signal) if the person cannot join
     */
    public Mono<Membership> nominate(Group group, String account, GroupRole role, Visibility by) {
        if (!GroupPolicy.mayNominate(by, group.id(), role)
                || !role.foundIn(group.kind())
                || group.kind().ofTwo()) {
            return Mono.error(new NotAllowed());
        }
        if (account.equals(by.viewer().id())) {
            return Mono.error(new Rejected(GroupRefusal.SELF));
        }
        String nominator = by.viewer().id();
        Mono<Membership> before = store.find(group.id(), account).map(member -> requireSame(member, role, nominator));
        Mono<Membership> fresh = begin(group, account, role, nominator)
                .flatMap(member -> closeRequest(member).thenReturn(member))
                .flatMap(member -> audit.record(
                                "groups.nominate", nominator, account, group.id(), Map.of("role", role.slug()))
                        .thenReturn(member));
        return transactions
                .run(before.switchIfEmpty(fresh))
                .onErrorMap(Rejected.class, refusal -> by.viewer().administrator() ? refusal : withoutReason(refusal));
    }

    /** That somebody is suspended, or their household in a hidden constellation, is for administrators to know: others hear one and the same. */
    static Rejected withoutReason(Rejected refusal) {
        return TELLING.contains(refusal.why()) ? new Rejected(GroupRefusal.COULD_NOT) : refusal;
    }

    private static Membership requireSame(Membership member, GroupRole role, String nominator) {
        if (member.role() != role || !member.broughtBy().equals(nominator)) {
            throw new Rejected(GroupRefusal.IN_IT_ALREADY);
        }
        return member;
    }

    /** Who was nominated while their own request waited has their answer. */
    private Mono<Void> closeRequest(Membership member) {
        return requests.openOf(member.group(), member.account())
                .map(request -> request.accept(member.broughtBy(), clock.instant()))
                .flatMap(requests::close)
                .flatMap(request -> events.publish(
                        new GroupEvents.RequestOver(request.id(), request.group(), request.account(), true)));
    }

    /**
     * A new membership with all that follows from it. To be called in a transaction.
     *
     * @throws Rejected (as a signal) if the person is not approved, or their household is in another constellation
     */
    Mono<Membership> begin(Group group, String account, GroupRole role, String by) {
        return accounts.approved(account)
                .switchIfEmpty(Mono.error(() -> new Rejected(GroupRefusal.NOT_APPROVED)))
                .map(person -> Membership.begin(
                        group, account, householdOf(person), isCarer(person), role, clock.instant(), by))
                .flatMap(store::insert)
                .flatMap(member -> settle(group, member.household()).thenReturn(member));
    }

    /**
     * A household is in another constellation from now on, with all that follows from it; what its people were in the first does not go along. They read in the other once they have accepted its
     * agreement. A step of the caller's transaction.
     *
     * @param by the account on whose act it happens
     * @return who has left, and who of them has joined
     * @throws Rejected (as a signal) if the household is in a third one
     */
    public Mono<HouseholdMoved> moveHousehold(String household, String from, String to, String by) {
        return Mono.zip(groups.find(from, any -> true), groups.find(to, any -> true))
                .flatMap(both -> store.in(from)
                        .filter(member -> member.household().equals(household) && member.bringsHousehold(both.getT1()))
                        .collectList()
                        .flatMap(people -> Flux.fromIterable(people)
                                .concatMap(member -> store.remove(from, member.account())
                                        .then(events.publish(new GroupEvents.MembershipEnded(from, member.account()))))
                                .then(settle(both.getT1(), household))
                                .then(join(both.getT2(), people, by))
                                .map(joined -> new HouseholdMoved(
                                        people.stream().map(Membership::account).toList(), joined))));
    }

    /**
     * What became of a household that was to move.
     *
     * @param left the accounts that are not in the first constellation any more; none if the household was not there
     * @param joined those of them that are in the other: whoever is not approved is not
     */
    public record HouseholdMoved(List<String> left, List<String> joined) {
        public HouseholdMoved {
            left = List.copyOf(left);
            joined = List.copyOf(joined);
        }
    }

    private Mono<List<String>> join(Group to, List<Membership> people, String by) {
        return Flux.fromIterable(people)
                .map(Membership::account)
                .filterWhen(account -> accounts.approved(account).hasElement())
                .concatMap(account -> store.find(to.id(), account)
                        .switchIfEmpty(Mono.defer(() -> begin(to, account, GroupRole.MEMBER, by)))
                        .thenReturn(account))
                .collectList();
    }

    private static String householdOf(Account person) {
        return person.household().isBlank() ? person.id() : person.household();
    }

    private static boolean isCarer(Account person) {
        return person.roles().contains(Role.CARER) || person.roles().contains(Role.KINSHIP_CARER);
    }

    /**
     * Counts the readers anew from the memberships, and claims or releases the household. The write to the group's document makes any two
     * changes of one group conflict, so that no count is made from what another is just changing.
     */
    private Mono<Void> settle(Group group, String household) {
        return store.in(group.id()).collectList().flatMap(members -> {
            boolean stillHere = members.stream()
                    .anyMatch(member -> member.household().equals(household) && member.bringsHousehold(group));
            return count.among(members)
                    .flatMap(readers -> groups.count(group.id(), readers))
                    .then(stillHere ? store.claim(household, group.id()) : store.release(household, group.id()));
        });
    }

    /**
     * @param version the version of the agreement that was shown
     * @throws NotAllowed (as a signal) if the viewer is not a member
     * @throws Rejected {@code groups.agreement.changed} (as a signal) if there is a newer one
     */
    public Mono<Void> accept(Group group, int version, Visibility by) {
        if (!by.isMember(group.id())) {
            return Mono.error(new NotAllowed());
        }
        return version == group.agreementVersion()
                ? store.setAgreement(group.id(), by.viewer().id(), version)
                : Mono.error(new Rejected(GroupRefusal.AGREEMENT_CHANGED));
    }

    /** @throws NotAllowed (as a signal) unless an administrator asks, for a role that such a group has */
    public Mono<Membership> changeRole(Group group, String account, GroupRole role, Visibility by) {
        if (!by.viewer().administrator() || !role.foundIn(group.kind())) {
            return Mono.error(new NotAllowed());
        }
        return transactions.run(store.setRole(group.id(), account, role)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(member -> settle(group, member.household()).thenReturn(member))
                .flatMap(member -> audit.record(
                                "groups.role", by.viewer().id(), account, group.id(), Map.of("role", role.slug()))
                        .thenReturn(member)));
    }

    /** @throws NotAllowed (as a signal) if the viewer is not a member */
    public Mono<Void> leave(Group group, Visibility by) {
        return by.isMember(group.id())
                ? end(group, by.viewer().id(), "groups.leave", Map.of(), by, member -> true)
                : Mono.error(new NotAllowed());
    }

    /**
     * @param reason 3 to 500 characters, for the audit log
     * @throws NotAllowed (as a signal) unless the viewer may remove that person: {@link GroupPolicy#mayRemove(Visibility, Membership)}
     */
    public Mono<Void> remove(Group group, String account, String reason, Visibility by) {
        if (!GroupPolicy.mayRemove(by, group.id())) {
            return Mono.error(new NotAllowed());
        }
        return end(
                group,
                account,
                "groups.remove",
                Map.of("reason", reason),
                by,
                member -> GroupPolicy.mayRemove(by, member));
    }

    /**
     * All memberships of somebody who leaves the hub for good, with all that follows from each. A step of the caller's transaction.
     *
     * @param by whoever asked for it
     */
    public Mono<Void> endAllOf(String account, String by) {
        return store.of(account)
                .flatMapIterable(memberships -> memberships)
                .concatMap(member -> groups.find(member.group(), any -> true)
                        .flatMap(group -> store.remove(group.id(), account)
                                .flatMap(gone -> settle(group, gone.household()).thenReturn(gone))))
                .concatMap(gone -> audit.record("groups.leave", by, account, gone.group(), Map.of())
                        .then(events.publish(new GroupEvents.MembershipEnded(gone.group(), account))))
                .then();
    }

    /** @param mayEnd says of the membership as it is at that moment whether it may be ended */
    private Mono<Void> end(
            Group group,
            String account,
            String act,
            Map<String, String> details,
            Visibility by,
            Predicate<Membership> mayEnd) {
        Mono<Membership> steps = store.remove(group.id(), account)
                .filter(mayEnd)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(member -> settle(group, member.household()).thenReturn(member))
                .flatMap(member -> audit.record(act, by.viewer().id(), account, group.id(), details)
                        .then(events.publish(new GroupEvents.MembershipEnded(group.id(), account)))
                        .thenReturn(member));
        return transactions.run(steps).then();
    }
}
