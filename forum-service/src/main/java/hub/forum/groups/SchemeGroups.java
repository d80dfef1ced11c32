package hub.forum.groups;

import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.refusals.Rejected;
import hub.platform.text.Markdown;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Groups that a scheme begins and ends for its people, such as the group of two of a mentorship. What its people read there, who else may come in and what they promise each
 * other follows from the one rule. Each method is a step of the caller's transaction.
 */
@Service
public class SchemeGroups {
    private final GroupStore groups;
    private final MembershipStore store;
    private final Memberships memberships;
    private final CountReaders count;
    private final Markdown markdown;
    private final Events events;
    private final Clock clock;

    SchemeGroups(
            GroupStore groups,
            MembershipStore store,
            Memberships memberships,
            CountReaders count,
            Markdown markdown,
            Events events,
            Clock clock) {
        this.groups = groups;
        this.store = store;
        this.memberships = memberships;
        this.count = count;
        this.markdown = markdown;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The group with this id, with these people as members. It is made if it is not there yet; who is in it already stays.
     *
     * @param by the account on whose act it happens
     * @throws Rejected {@code groups.nominate.notApproved} (as a signal) if one of them is not approved
     */
    public Mono<Group> begin(String id, GroupDetails details, List<String> accounts, String by) {
        return begin(id, details, accounts, GroupRole.MEMBER, by);
    }

    /** As {@link #begin(String, GroupDetails, List, String)}, with a part for those who come in. */
    public Mono<Group> begin(String id, GroupDetails details, List<String> accounts, GroupRole role, String by) {
        Mono<Group> fresh = Mono.defer(() -> markdown.article(details.agreement()))
                .map(html -> Group.begin(id, details, html, Markdown.VERSION, null, clock.instant(), by))
                .flatMap(groups::insert);
        return groups.find(id, any -> true)
                .switchIfEmpty(fresh)
                .delayUntil(group -> Flux.fromIterable(accounts)
                        .concatMap(account -> store.find(id, account)
                                .switchIfEmpty(Mono.defer(() -> memberships.begin(group, account, role, by))))
                        .then());
    }

    /**
     * Everybody leaves the group, and nobody reads there any more. What was written stays until it is erased.
     *
     * @throws NotAllowed (as a signal) if there is no such group
     */
    public Mono<Void> end(String id) {
        return groups.find(id, any -> true)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMapMany(group -> store.in(id).collectList().flatMapMany(Flux::fromIterable))
                .concatMap(member -> store.remove(id, member.account())
                        .then(events.publish(new GroupEvents.MembershipEnded(id, member.account()))))
                .then(Mono.defer(() -> count.among(List.of())))
                .flatMap(nobody -> groups.count(id, nobody));
    }

    /**
     * People who are in a listed group together with somebody. Of hidden groups nothing is said: that they exist is for their members to know.
     *
     * @return accounts, that of the person among them
     */
    public Flux<String> inListedGroupsWith(String account) {
        return store.of(account)
                .flatMapIterable(own -> own)
                .concatMap(own -> groups.find(own.group(), group -> group.privacy() == Group.Privacy.CLOSED))
                .concatMap(group -> store.in(group.id()).map(Membership::account))
                .distinct();
    }
}
