package hub.forum.constellations.links;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.forum.groups.SchemeGroups;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** From a proposal to the end. An offer is held from the moment it is proposed until it is over, in the same transaction: one at a time. */
@Service
public class Introductions {
    static final String REMIND = "constellations.link-remind";
    static final String FALL_BACK = "constellations.link-fall-back";

    private final LinkStore store;
    private final SchemeGroups groups;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final MessageSource messages;
    private final Clock clock;
    private final Duration remindAfter;
    private final Duration fallBackAfter;

    /**
     * @param remindAfter how long a proposal waits before whoever has not answered is reminded
     * @param fallBackAfter and before another is looked for
     */
    Introductions(
            LinkStore store,
            SchemeGroups groups,
            Accounts accounts,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            MessageSource messages,
            Clock clock,
            @Value("${hearth.links.remind-after:3d}") Duration remindAfter,
            @Value("${hearth.links.fall-back-after:7d}") Duration fallBackAfter) {
        this.store = store;
        this.groups = groups;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
        this.remindAfter = remindAfter;
        this.fallBackAfter = fallBackAfter;
    }

    /**
     * A liaison worker proposes somebody of one of their constellations, and both are asked.
     *
     * @throws NotAllowed (as a signal) unless the viewer is the liaison worker of both
     * @throws Rejected (as a signal) if it does not wait, or the offer is proposed elsewhere or taken back
     */
    public Mono<LinkRequest> propose(String id, String offer, Visibility by) {
        Mono<LinkOffer> held = store.offer(offer)
                .filter(found -> ConstellationPolicy.mayOversee(by, found.group()))
                .filterWhen(found -> accounts.approved(found.account()).hasElement())
                .switchIfEmpty(Mono.error(() -> new Rejected(LinkRefusal.OFFER_GONE)))
                .flatMap(found -> replaced(found, found.take(id)));
        return transactions.run(held.flatMap(taken -> change(id, waiting -> {
                    if (!LinkPolicy.mayPropose(by, waiting)) {
                        throw new NotAllowed();
                    }
                    return waiting.propose(LinkRequest.Proposal.of(Ids.next(), taken), clock.instant());
                }))
                .delayUntil(proposed -> due.at(REMIND, id, clock.instant().plus(remindAfter)))
                .delayUntil(proposed -> due.at(FALL_BACK, id, clock.instant().plus(fallBackAfter)))
                .delayUntil(proposed -> count(proposed, LinkYear::oneProposed))
                .delayUntil(proposed ->
                        audit.record("constellations.links.propose", by.viewer().id(), id, proposed.group(), Map.of()))
                .delayUntil(proposed -> events.publish(asked(proposed, false))));
    }

    private static LinkEvents.Proposed asked(LinkRequest proposed, boolean again) {
        LinkRequest.Proposal proposal = Objects.requireNonNull(proposed.proposal());
        return new LinkEvents.Proposed(proposed.id(), proposed.account(), proposal.account(), proposal.key(), again);
    }

    /**
     * One of the two says yes. With the second yes they have a conversation of their own.
     *
     * @param key of the proposal that the page showed
     * @throws NotAllowed (as a signal) unless the viewer is one of them
     * @throws Rejected (as a signal) if it is not that proposal any more
     */
    public Mono<LinkRequest> accept(String id, String key, Visibility by) {
        return transactions.run(ofViewer(id, by)
                .flatMap(before -> change(
                                id, proposed -> proposed.accept(key, by.viewer().id(), clock.instant()))
                        .delayUntil(after -> after.state() == LinkRequest.State.INTRODUCED
                                        && before.state() == LinkRequest.State.PROPOSED
                                ? introduce(after)
                                : Mono.<Void>empty())));
    }

    private Mono<Void> introduce(LinkRequest agreed) {
        String other = Objects.requireNonNull(agreed.other());
        return together(agreed)
                .then(due.cancelAll(agreed.id()))
                .then(count(agreed, LinkYear::oneIntroduced))
                .then(events.publish(new LinkEvents.Introduced(agreed.id(), agreed.account(), other)));
    }

    /** Gives the two a conversation of their own, another one at each introduction; a step of the caller's transaction. */
    Mono<Void> together(LinkRequest agreed) {
        String other = Objects.requireNonNull(agreed.other());
        String conversation = Objects.requireNonNull(agreed.conversation());
        List<String> two = List.of(agreed.account(), other);
        return accounts.names(two)
                .flatMap(names -> groups.begin(conversation, details(agreed, other, names), two, other))
                .then();
    }

    private GroupDetails details(LinkRequest agreed, String other, Names names) {
        return GroupDetails.clean(
                say(
                        "constellations.links.two",
                        names.of(agreed.account()).firstName(),
                        names.of(other).firstName()),
                Group.Kind.CULTURAL_LINK,
                Group.Privacy.HIDDEN,
                say("constellations.links.two.area"),
                say("constellations.links.two.purpose"),
                "",
                say("constellations.links.two.agreement"));
    }

    /**
     * One of the two says no: another is looked for. Nobody is asked why, and who it was is not kept.
     *
     * @throws NotAllowed (as a signal) unless the viewer is one of them
     * @throws Rejected (as a signal) if it is not that proposal any more
     */
    public Mono<LinkRequest> decline(String id, String key, Visibility by) {
        return transactions.run(ofViewer(id, by)
                .flatMap(before -> change(id, proposed -> proposed.decline(key, clock.instant()))
                        .delayUntil(after -> waitsAgain(before, after))));
    }

    /** The offer is free, and whoever asked waits for another. */
    private Mono<Void> waitsAgain(LinkRequest before, LinkRequest after) {
        return release(before)
                .then(due.cancelAll(after.id()))
                .then(events.publish(new LinkEvents.Waits(after.id(), after.group(), after.version())));
    }

    private Mono<Void> release(LinkRequest before) {
        LinkRequest.Proposal proposal = before.proposal();
        return proposal == null
                ? Mono.empty()
                : store.offer(proposal.offer())
                        .filter(offer -> before.id().equals(offer.held()))
                        .flatMap(offer -> replaced(offer, offer.release()))
                        .then();
    }

    /**
     * Whoever asked wants it no more: it is removed, and the conversation is closed to both; what was written there stays as in any group.
     *
     * @throws NotAllowed (as a signal) unless the viewer asked
     */
    public Mono<Void> withdraw(String id, Visibility by) {
        return transactions
                .run(store.toChange(id)
                        .filter(found -> found.asks(by.viewer().account()))
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .flatMap(found -> removed(found, found.other())))
                .then();
    }

    private Mono<Void> removed(LinkRequest found, @Nullable String told) {
        return store.remove(found.id())
                .then(release(found))
                .then(apart(found))
                .then(due.cancelAll(found.id()))
                .then(events.publish(new LinkEvents.Over(found.id(), found.group(), told)));
    }

    /** The conversation is closed to both. */
    private Mono<Void> apart(LinkRequest before) {
        String conversation = before.conversation();
        return conversation == null ? Mono.empty() : groups.end(conversation);
    }

    /**
     * It is over, with an answer to whether it helped.
     *
     * @throws NotAllowed (as a signal) unless the viewer is one of the two
     * @throws Rejected (as a signal) unless they were introduced
     */
    public Mono<LinkRequest> close(String id, LinkRequest.Helped helped, Visibility by) {
        return transactions.run(ofViewer(id, by)
                .flatMap(before -> change(id, open -> open.close(helped, clock.instant()))
                        .delayUntil(after -> release(before))
                        .delayUntil(after -> apart(before))
                        .delayUntil(after -> count(after, year -> year.oneClosed(helped)))
                        .delayUntil(after -> events.publish(new LinkEvents.Over(
                                id,
                                after.group(),
                                by.viewer().id().equals(before.account()) ? before.other() : before.account())))));
    }

    /** What it was proposed for waits again, or is over if the two were introduced. A step of the caller's transaction. */
    Mono<Void> offerGone(LinkOffer gone) {
        String held = gone.held();
        return held == null
                ? Mono.empty()
                : store.toChange(held).flatMap(this::withoutOther).then();
    }

    private Mono<Void> withoutOther(LinkRequest before) {
        boolean introduced = before.state() == LinkRequest.State.INTRODUCED;
        return change(before.id(), open -> open.passOver(clock.instant()))
                .flatMap(after -> apart(before)
                        .then(waitsAgain(before, after))
                        .then(
                                introduced
                                        ? events.publish(
                                                new LinkEvents.Over(before.id(), before.group(), before.account()))
                                        : Mono.<Void>empty()));
    }

    /** One of the two left their conversation, or may not come in any more: it waits for somebody else, or is withdrawn. */
    Mono<Void> leftConversation(String group, String account) {
        return transactions
                .run(store.withConversation(group)
                        .filter(open -> group.equals(open.conversation()) && open.isOf(account))
                        .flatMap(open -> open.asks(account) ? removed(open, open.other()) : withoutOther(open)))
                .then();
    }

    /** Somebody is in that constellation no more. What they seek and offer follows their household to the next; without one it goes. */
    Mono<Void> leftConstellation(String group, String account, Mono<String> next) {
        return transactions
                .run(next.flatMap(to -> moved(group, to, account).thenReturn(to))
                        .switchIfEmpty(Mono.defer(() -> gone(group, account).thenReturn(""))))
                .then();
    }

    private Mono<Void> moved(String group, String next, String account) {
        Mono<Void> requests = store.askedBy(account)
                .filter(one -> one.group().equals(group))
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(one -> change(one.id(), before -> before.movedTo(next)))
                .then();
        return requests.then(store.offer(LinkOffer.id(group, account))
                .flatMap(offer -> store.removeOffer(offer.id())
                        .then(offerGone(offer))
                        .then(store.put(offer.release().in(next))))
                .then());
    }

    private Mono<Void> gone(String group, String account) {
        return store.askedBy(account)
                .filter(one -> one.group().equals(group))
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(one -> removed(one, one.other()))
                .then(store.removeOffer(LinkOffer.id(group, account))
                        .flatMap(this::offerGone)
                        .then());
    }

    /** What is due: whoever has not answered is reminded. */
    Mono<Void> remind(String id) {
        return store.toChange(id)
                .filter(open -> open.state() == LinkRequest.State.PROPOSED)
                .flatMap(open -> events.publish(asked(open, true)));
    }

    /** What is due: nobody waits for an answer for ever. */
    Mono<Void> fallBack(String id) {
        return transactions
                .run(store.toChange(id)
                        .filter(open -> open.state() == LinkRequest.State.PROPOSED)
                        .flatMap(before -> change(id, open -> open.passOver(clock.instant()))
                                .delayUntil(after -> waitsAgain(before, after))))
                .then();
    }

    private Mono<LinkRequest> ofViewer(String id, Visibility by) {
        return store.toChange(id)
                .filter(found -> found.isOf(by.viewer().account()) && LinkPolicy.maySee(by, found))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Mono<LinkRequest> change(String id, UnaryOperator<LinkRequest> how) {
        return store.toChange(id).switchIfEmpty(Mono.error(NotAllowed::new)).flatMap(before -> {
            LinkRequest after = how.apply(before);
            return after.equals(before)
                    ? Mono.just(before)
                    : store.replace(after, before.version())
                            .switchIfEmpty(Mono.error(() -> new Rejected(LinkRefusal.CHANGED_MEANWHILE)));
        });
    }

    private Mono<LinkOffer> replaced(LinkOffer before, LinkOffer after) {
        return store.replace(after, before.version())
                .switchIfEmpty(Mono.error(() -> new Rejected(LinkRefusal.CHANGED_MEANWHILE)));
    }

    private Mono<Void> count(LinkRequest link, UnaryOperator<LinkYear> how) {
        int year = LocalDate.ofInstant(clock.instant(), Times.LONDON).getYear();
        return store.year(LinkYear.id(link.group(), year))
                .map(how)
                .flatMap(store::put)
                .then();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
