package hub.forum.groups;

import hub.platform.identity.Account;
import hub.platform.identity.AccountFollower;
import hub.platform.identity.AccountRefusal;
import hub.platform.identity.Approval;
import hub.platform.refusals.Rejected;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps groups in step with the accounts of their members. A suspended or ended person stays a member, but is not among those who can read; a
 * household that a person has brought to a constellation stays theirs while they are in it.
 */
@Component
class FollowAccounts implements AccountFollower {
    private final MembershipStore memberships;
    private final GroupStore groups;
    private final CountReaders count;

    FollowAccounts(MembershipStore memberships, GroupStore groups, CountReaders count) {
        this.memberships = memberships;
        this.groups = groups;
        this.count = count;
    }

    /** @throws Rejected {@code accounts.household.inConstellation} (as a signal) */
    @Override
    public Mono<Void> changed(Account before, Account after) {
        boolean moves = !before.household().equals(after.household());
        boolean readsOrNot = (before.approval() == Approval.APPROVED) != (after.approval() == Approval.APPROVED);
        if (!moves && !readsOrNot) {
            return Mono.empty();
        }
        return memberships
                .of(after.id())
                .flatMap(own -> (moves ? move(own, after) : Mono.<Void>empty())
                        .then(readsOrNot ? recount(own) : Mono.<Void>empty()));
    }

    private Mono<Void> move(List<Membership> own, Account after) {
        return Flux.fromIterable(own)
                .concatMap(membership ->
                        groups.find(membership.group(), any -> true).filter(membership::bringsHousehold))
                .next()
                .flatMap(constellation -> Mono.<Void>error(new Rejected(AccountRefusal.HOUSEHOLD_IN_CONSTELLATION)))
                .then(memberships.setHousehold(after.id(), after.household()));
    }

    private Mono<Void> recount(List<Membership> own) {
        return Flux.fromIterable(own)
                .concatMap(membership -> memberships
                        .in(membership.group())
                        .collectList()
                        .flatMap(count::among)
                        .flatMap(readers -> groups.count(membership.group(), readers)))
                .then();
    }
}
