package hub.forum.groups;

import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asking to join a closed group. The facilitator or the liaison worker decides. */
@Service
public class JoinRequests {
    private final JoinRequestStore store;
    private final Memberships memberships;
    private final MembershipStore members;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    JoinRequests(
            JoinRequestStore store,
            Memberships memberships,
            MembershipStore members,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.memberships = memberships;
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The viewer's newest request to each group. */
    public Mono<Map<String, JoinRequest>> own(Visibility visibility) {
        return visibility.viewer().approved()
                ? store.of(visibility.viewer().id())
                        .collect(Collectors.toMap(JoinRequest::group, Function.identity(), (newer, older) -> newer))
                : Mono.just(Map.of());
    }

    /** What waits for an answer, for those who give it; nothing for other people. */
    public Flux<JoinRequest> waiting(Group group, Visibility visibility) {
        return visibility.leads(group.id()) ? store.openIn(group.id()) : Flux.empty();
    }

    /** @throws NotAllowed (as a signal) unless the viewer decides in this group and the request is one of its own */
    public Mono<JoinRequest> find(Group group, String id, Visibility by) {
        return by.leads(group.id())
                ? store.find(id)
                        .filter(request -> request.group().equals(group.id()))
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                : Mono.error(new NotAllowed());
    }

    /**
     * @param formKey of the form it came with; sent twice while the request is open, it is asked once; once that is over, it asks again
     * @param words to 500 characters; may be empty
     * @throws NotAllowed (as a signal) if the group takes no requests, or the viewer is in it
     * @throws Rejected (as a signal) if the viewer waits for an answer already
     */
    public Mono<JoinRequest> ask(Group group, String words, String formKey, Visibility by) {
        if (!GroupPolicy.mayAsk(by, group)) {
            return Mono.error(new NotAllowed());
        }
        String asker = by.viewer().id();
        Mono<JoinRequest> fresh = Mono.defer(() ->
                        store.insert(JoinRequest.ask(Ids.next(), group.id(), asker, formKey, words, clock.instant())))
                .flatMap(request -> recorded(request, "groups.ask", asker, Map.of()))
                .delayUntil(request ->
                        events.publish(new GroupEvents.Asked(request.id(), request.group(), request.account())));
        Mono<JoinRequest> waiting = store.openOf(group.id(), asker)
                .flatMap(open -> open.cameWith(formKey)
                        ? Mono.just(open)
                        : Mono.error(new Rejected(GroupRefusal.ASKED_ALREADY)));
        return transactions.run(waiting.switchIfEmpty(fresh));
    }

    /** Nothing happens if it was decided before. */
    public Mono<Void> withdraw(Group group, Visibility by) {
        String asker = by.viewer().id();
        return transactions
                .run(store.openOf(group.id(), asker)
                        .map(request -> request.withdraw(clock.instant()))
                        .flatMap(store::close)
                        .flatMap(request -> recorded(request, "groups.withdraw", asker, Map.of()))
                        .delayUntil(request -> over(request, false)))
                .then();
    }

    /** @throws Rejected (as a signal) if it is over, or the person cannot join */
    public Mono<JoinRequest> accept(Group group, String id, Visibility by) {
        String decider = by.viewer().id();
        return transactions.run(find(group, id, by)
                .map(request -> request.accept(decider, clock.instant()))
                .flatMap(this::close)
                .flatMap(request -> letIn(group, request, decider).thenReturn(request))
                .flatMap(request -> recorded(request, "groups.accept", decider, Map.of()))
                .delayUntil(request -> over(request, true)));
    }

    private Mono<Void> over(JoinRequest request, boolean decided) {
        return events.publish(new GroupEvents.RequestOver(request.id(), request.group(), request.account(), decided));
    }

    private Mono<Membership> letIn(Group group, JoinRequest request, String decider) {
        return members.find(group.id(), request.account())
                .switchIfEmpty(memberships
                        .begin(group, request.account(), GroupRole.MEMBER, decider)
                        .onErrorMap(Rejected.class, Memberships::withoutReason));
    }

    /**
     * @param reason 3 to 500 characters; the asker sees it
     * @throws Rejected (as a signal) if the request is over
     */
    public Mono<JoinRequest> decline(Group group, String id, String reason, Visibility by) {
        String decider = by.viewer().id();
        return transactions.run(find(group, id, by)
                .map(request -> request.decline(decider, clock.instant(), reason))
                .flatMap(this::close)
                .flatMap(request -> recorded(
                        request, "groups.decline", decider, Map.of("reason", String.valueOf(request.reason()))))
                .delayUntil(request -> over(request, true)));
    }

    private Mono<JoinRequest> close(JoinRequest decided) {
        return store.close(decided).switchIfEmpty(Mono.error(() -> new Rejected(GroupRefusal.REQUEST_OVER)));
    }

    private Mono<JoinRequest> recorded(JoinRequest request, String act, String by, Map<String, String> details) {
        return audit.record(act, by, request.account(), request.group(), details)
                .thenReturn(request);
    }
}
