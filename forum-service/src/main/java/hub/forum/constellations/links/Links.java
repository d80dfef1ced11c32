package hub.forum.constellations.links;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Group;
import hub.forum.groups.Membership;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What carers seek and offer, and who sees it. What becomes of it: {@link Introductions}. */
@Service
public class Links {
    private final LinkStore store;
    private final Introductions introductions;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Links(
            LinkStore store,
            Introductions introductions,
            Accounts accounts,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.introductions = introductions;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empty for whoever may not see it. */
    public Mono<LinkRequest> find(String id, Visibility visibility) {
        return store.find(id, visibility);
    }

    /** What the viewer seeks and sought, the newest first. */
    public Flux<LinkRequest> own(Group group, Visibility visibility) {
        return store.own(visibility).filter(one -> one.group().equals(group.id()));
    }

    /** Those for which the viewer is proposed or introduced. */
    public Flux<LinkRequest> proposedTo(Group group, Visibility visibility) {
        return store.proposedTo(visibility)
                .filter(one -> LinkPolicy.maySee(visibility, one)
                        && one.path(visibility.viewer().account()).contains("/" + group.id() + "/"));
    }

    /** What carers of the constellation seek, the longest wait first, for its liaison workers; nothing for everybody else. */
    public Flux<LinkRequest> in(Group group, Visibility visibility) {
        return store.in(group.id(), visibility);
    }

    /** What carers of the viewer's constellations offer and may be proposed for, for liaison workers; nothing for everybody else. Whoever is suspended is not among them. */
    public Flux<LinkOffer> offers(Visibility visibility) {
        return store.offers(visibility)
                .filter(offer -> !offer.shown().isEmpty())
                .filterWhen(offer -> accounts.approved(offer.account()).hasElement());
    }

    /** What the viewer offers; an empty one before they have said anything. */
    public Mono<LinkOffer> ownOffer(Group group, Visibility visibility) {
        Membership membership = visibility.membership(group.id());
        String account = visibility.viewer().id();
        String household = membership == null ? account : membership.household();
        return store.offer(LinkOffer.id(group.id(), account))
                .defaultIfEmpty(LinkOffer.none(group.id(), household, account));
    }

    /** What somebody who is proposed shows, for whoever may see the request; empty once it is taken back. */
    public Mono<LinkOffer> proposedOffer(LinkRequest request, Visibility visibility) {
        LinkRequest.Proposal proposal = request.proposal();
        return proposal == null || !LinkPolicy.maySee(visibility, request)
                ? Mono.empty()
                : store.offer(proposal.offer());
    }

    /**
     * @param formKey of the form it came with; the same one again finds what it made
     * @throws NotAllowed (as a signal) unless the viewer is a carer of the constellation
     * @throws Rejected (as a signal) if they seek one already
     */
    public Mono<LinkRequest> ask(Group group, Set<Matter> matters, String words, String formKey, Visibility by) {
        Membership membership = by.membership(group.id());
        if (membership == null || !LinkPolicy.mayTakePart(by, group)) {
            return Mono.error(new NotAllowed());
        }
        String account = by.viewer().id();
        String id = Ids.of("link of " + account + " by " + formKey);
        LinkRequest fresh =
                LinkRequest.ask(id, group.id(), membership.household(), account, matters, words, clock.instant());
        Mono<LinkRequest> made = store.askedBy(account)
                .filter(one -> one.openFor() != null)
                .hasElements()
                .flatMap(open -> open
                        ? Mono.error(new Rejected(LinkRefusal.ALREADY_ASKED))
                        : store.insert(fresh)
                                .delayUntil(
                                        one -> events.publish(new LinkEvents.Waits(id, one.group(), one.version()))));
        return transactions.run(store.toChange(id).switchIfEmpty(made));
    }

    /**
     * In the place of what was offered before.
     *
     * @param words by matter; what is not there is not offered
     * @param consents which of it may be shown
     * @throws NotAllowed (as a signal) unless the viewer is a carer of the constellation
     */
    public Mono<LinkOffer> offer(Group group, Map<Matter, String> words, Set<Matter> consents, Visibility by) {
        if (!LinkPolicy.mayTakePart(by, group)) {
            return Mono.error(new NotAllowed());
        }
        return transactions.run(ownOffer(group, by)
                .map(before -> before.describe(words, consents, clock.instant()))
                .flatMap(store::put)
                .delayUntil(after -> after.shown().isEmpty() ? introductions.offerGone(after) : Mono.<Void>empty())
                .delayUntil(after -> audit.record(
                        "constellations.links.offer",
                        by.viewer().id(),
                        by.viewer().id(),
                        group.id(),
                        Map.of("consents", Integer.toString(after.shown().size())))));
    }

    /** One thing is shown no more, from this moment. Done twice it is done once. */
    public Mono<Void> withdraw(Group group, Matter matter, Visibility by) {
        return transactions
                .run(store.offer(LinkOffer.id(group.id(), by.viewer().id()))
                        .filter(before -> before.shown().containsKey(matter))
                        .map(before -> before.withdraw(matter))
                        .flatMap(store::put)
                        .delayUntil(
                                after -> after.shown().isEmpty() ? introductions.offerGone(after) : Mono.<Void>empty())
                        .delayUntil(after -> audit.record(
                                "constellations.links.consent-back",
                                by.viewer().id(),
                                by.viewer().id(),
                                group.id(),
                                Map.of("matter", matter.slug()))))
                .then();
    }

    /** The whole offer goes, and nothing of it remains. Done twice it is done once. */
    public Mono<Void> withdrawOffer(Group group, Visibility by) {
        return transactions
                .run(store.removeOffer(LinkOffer.id(group.id(), by.viewer().id()))
                        .delayUntil(introductions::offerGone)
                        .delayUntil(gone -> audit.record(
                                "constellations.links.offer-back",
                                by.viewer().id(),
                                by.viewer().id(),
                                group.id(),
                                Map.of())))
                .then();
    }

    /** How many there were, for liaison workers. @throws NotAllowed (as a signal) for everybody else */
    public Mono<LinkYear> ofYear(Group group, int year, Visibility visibility) {
        return ConstellationPolicy.mayOversee(visibility, group.id())
                ? store.year(LinkYear.id(group.id(), year))
                : Mono.error(new NotAllowed());
    }
}
