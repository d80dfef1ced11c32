package hub.forum.enquiries;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Ambassadors;
import hub.forum.ambassadors.Household;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ambassadors and enquirers. The desk proposes, the ambassador says yes or no; before her yes she knows what she needs to decide, and not who it is. Her place is held from the
 * proposal on, so that she never has more people than she has room for, however many decide at once.
 */
@Service
public class Matches {
    private final EnquiryStore store;
    private final EnquiryChanges changes;
    private final Ambassadors ambassadors;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Matches(
            EnquiryStore store,
            EnquiryChanges changes,
            Ambassadors ambassadors,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.ambassadors = ambassadors;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What an ambassador may know of somebody.
     *
     * @param household as theirs they asked for; null if it does not matter. Likewise language and background, empty
     * @param reasons what spoke for her; said: the words of her heritage and faith that they asked for
     * @param person who it is; null before she has accepted
     * @param question in their own words; empty before she has accepted
     * @param visit null if none is booked, and before she has accepted
     */
    public record Match(
            String id,
            Enquiry.State state,
            Instant askedAt,
            boolean accepted,
            Asked.Interest interest,
            Asked.Wanted wanted,
            @Nullable Household household,
            String language,
            String background,
            List<AmbassadorMatching.Reason> reasons,
            List<String> said,
            Enquiry.@Nullable Person person,
            String question,
            Enquiry.@Nullable Visit visit,
            List<Talk.Contact> contacts) {
        public Match {
            reasons = List.copyOf(reasons);
            said = List.copyOf(said);
            contacts = List.copyOf(contacts);
        }

        static Match of(Enquiry enquiry) {
            return of(enquiry, List.of(), List.of());
        }

        static Match of(Enquiry enquiry, AmbassadorMatching.Candidate candidate) {
            return of(enquiry, candidate.reasons(), candidate.said());
        }

        private static Match of(Enquiry enquiry, List<AmbassadorMatching.Reason> reasons, List<String> said) {
            boolean accepted = enquiry.talk().accepted();
            Asked asked = enquiry.asked();
            return new Match(
                    enquiry.id(),
                    enquiry.state(),
                    Objects.requireNonNull(enquiry.talk().askedAt()),
                    accepted,
                    asked.interest(),
                    asked.wanted(),
                    asked.wishes().household(),
                    asked.wishes().language(),
                    asked.wishes().background(),
                    reasons,
                    said,
                    accepted ? enquiry.person() : null,
                    accepted ? asked.question() : "",
                    accepted ? enquiry.visit() : null,
                    enquiry.talk().contacts());
        }
    }

    /** The viewer's own: those she is asked about, and those she talks to, the longest first. At most 100. */
    public Flux<Match> own(Viewer viewer) {
        return viewer.carer() ? store.matched(viewer).map(Match::of) : Flux.empty();
    }

    /** One of the viewer's own, with what spoke for her; empty for everybody else. */
    public Mono<Match> find(String id, Viewer viewer) {
        return viewer.carer()
                ? store.findMatched(id, viewer)
                        .flatMap(enquiry -> ambassadors
                                .own(viewer)
                                .filter(own -> own.state() != Ambassador.State.ENDED)
                                .map(own -> Match.of(enquiry, AmbassadorMatching.candidate(own, enquiry))))
                : Mono.empty();
    }

    /**
     * Asks an ambassador whether she talks to somebody.
     *
     * @throws NotAllowed (as a signal) unless the viewer answers enquiries
     * @throws Rejected (as a signal) if nobody has answered yet, somebody is proposed or talks to them already, or she is full or not active
     */
    public Mono<Enquiry> propose(String id, String ambassador, Viewer by) {
        return Enquiries.answers(by)
                ? transactions.run(changes.change(id, ambassador, open -> open.propose(ambassador, clock.instant()))
                        .delayUntil(proposed -> audit.record("enquiries.propose", by.id(), id, null, Map.of())))
                : Mono.error(new NotAllowed());
    }

    /** The desk takes a proposal back, or gives somebody who has accepted her place again. */
    public Mono<Enquiry> unpropose(String id, Viewer by) {
        return Enquiries.answers(by)
                ? transactions.run(changes.change(
                                id,
                                open -> open.talk().accepted()
                                        ? open.handBack(Talk.Outcome.TAKEN_BACK, clock.instant())
                                        : open.passOver(Talk.Outcome.TAKEN_BACK, clock.instant()))
                        .delayUntil(waits -> audit.record("enquiries.unpropose", by.id(), id, null, Map.of())))
                : Mono.error(new NotAllowed());
    }

    /** @throws NotAllowed (as a signal) unless it is the viewer's own @throws Rejected (as a signal) if it is not proposed any more */
    public Mono<Match> accept(String id, Viewer by) {
        return own(id, by, asked -> asked.accept(clock.instant())).map(Match::of);
    }

    /** The viewer says no before she has accepted, or cannot go on afterwards. Nobody is asked why. */
    public Mono<Enquiry> decline(String id, Viewer by) {
        return own(
                id,
                by,
                asked -> asked.talk().accepted()
                        ? asked.handBack(Talk.Outcome.HANDED_BACK, clock.instant())
                        : asked.passOver(Talk.Outcome.SAID_NO, clock.instant()));
    }

    /** @throws Rejected (as a signal) if the day is still to come, or she has not accepted */
    public Mono<Match> log(String id, Talk.Contact contact, Viewer by) {
        return contact.day().isAfter(LocalDate.ofInstant(clock.instant(), Times.LONDON))
                ? Mono.error(new Rejected(EnquiryRefusal.IN_THE_FUTURE))
                : own(id, by, talking -> talking.log(contact, clock.instant())).map(Match::of);
    }

    /** Whether the viewer comes along to the first visit. @throws Rejected (as a signal) unless she was asked to */
    public Mono<Match> attend(String id, boolean comes, Viewer by) {
        return own(id, by, talking -> talking.attend(comes, clock.instant())).map(Match::of);
    }

    /** As it is at that moment: whoever was proposed before may not be any more. */
    private Mono<Enquiry> own(String id, Viewer by, UnaryOperator<Enquiry> how) {
        return find(id, by)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(seen -> changes.change(id, by.id(), enquiry -> {
                    if (!enquiry.talk().isWith(by.account())) {
                        throw new NotAllowed();
                    }
                    return how.apply(enquiry);
                }));
    }

    /** What is due: an ambassador who has not answered is reminded. */
    Mono<Void> remind(String id) {
        return store.byId(id)
                .filter(enquiry -> enquiry.state() == Enquiry.State.PROPOSED)
                .flatMap(enquiry -> events.publish(new EnquiryEvents.Unanswered(
                        id, Objects.requireNonNull(enquiry.talk().ambassador()), enquiry.version())));
    }

    /** What is due: nobody waits for an answer for ever. */
    Mono<Void> fallBack(String id) {
        return store.byId(id)
                .filter(enquiry -> enquiry.state() == Enquiry.State.PROPOSED)
                .flatMap(seen -> changes.change(
                        id,
                        now -> now.version() == seen.version()
                                ? now.passOver(Talk.Outcome.NO_ANSWER, clock.instant())
                                : now))
                .then();
    }

    /** Who is no ambassador any more talks to nobody: the desk looks for somebody else. */
    Mono<Void> endOf(String ambassador) {
        return store.ofAmbassador(ambassador)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(one -> changes.change(one.id(), ambassador, now -> {
                    if (!now.talk().isWith(ambassador)) {
                        return now;
                    }
                    return now.talk().accepted()
                            ? now.handBack(Talk.Outcome.HANDED_BACK, clock.instant())
                            : now.passOver(Talk.Outcome.SAID_NO, clock.instant());
                }))
                .then();
    }
}
