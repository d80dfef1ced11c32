package hub.forum.enquiries;

import hub.forum.ambassadors.Ambassadors;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Changes an enquiry together with what follows: the ambassador's place, which is held exactly as long as she stands in it, what is due, and who hears of it. Whatever changed it,
 * it follows from how it was before and how it is after.
 */
@Component
class EnquiryChanges {
    static final String RAISE = "enquiries.raise";
    static final String ERASE = "enquiries.erase";
    static final String REMIND = "enquiries.remind";
    static final String FALL_BACK = "enquiries.fall-back";

    private final EnquiryStore store;
    private final Ambassadors ambassadors;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration keep;
    private final Duration remindAfter;
    private final Duration fallBackAfter;

    /**
     * @param keep how long one that ended is kept before all that says who it was is erased
     * @param remindAfter how long a proposal waits before the ambassador is reminded
     * @param fallBackAfter and before it is the desk's again
     */
    EnquiryChanges(
            EnquiryStore store,
            Ambassadors ambassadors,
            Events events,
            DueWork due,
            Transactions transactions,
            Clock clock,
            @Value("${hearth.enquiries.keep:180d}") Duration keep,
            @Value("${hearth.enquiries.remind-after:2d}") Duration remindAfter,
            @Value("${hearth.enquiries.fall-back-after:5d}") Duration fallBackAfter) {
        this.store = store;
        this.ambassadors = ambassadors;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
        this.keep = keep;
        this.remindAfter = remindAfter;
        this.fallBackAfter = fallBackAfter;
    }

    /** When one that ended then is erased. */
    Instant erasedAt(Instant ended) {
        return ended.plus(keep);
    }

    /** Changes one with whatever ambassador stands in it. @throws NotAllowed (as a signal) if there is none, or it was erased */
    Mono<Enquiry> change(String id, UnaryOperator<Enquiry> how) {
        return store.byId(id).switchIfEmpty(Mono.error(NotAllowed::new)).flatMap(seen -> {
            String ambassador = seen.talk().ambassador();
            return ambassador == null ? transactions.run(steps(id, how)) : change(id, ambassador, how);
        });
    }

    /** Likewise, in turn with all that changes how many places this ambassador has. */
    Mono<Enquiry> change(String id, String ambassador, UnaryOperator<Enquiry> how) {
        return ambassadors.inTurn(ambassador, steps(id, how));
    }

    private Mono<Enquiry> steps(String id, UnaryOperator<Enquiry> how) {
        return store.byId(id)
                .filter(enquiry -> enquiry.person() != null)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(before -> {
                    Enquiry after = how.apply(before);
                    return after.equals(before) ? Mono.just(before) : changed(before, after);
                });
    }

    private Mono<Enquiry> changed(Enquiry before, Enquiry after) {
        return store.replace(after, before.version())
                .switchIfEmpty(Mono.error(() -> new Rejected(EnquiryRefusal.CHANGED_MEANWHILE)))
                .delayUntil(saved -> answered(before, saved))
                .delayUntil(saved -> place(before.talk(), saved))
                .delayUntil(saved -> accepted(before, saved))
                .delayUntil(saved -> visit(before, saved))
                .delayUntil(this::ended);
    }

    private Mono<Void> answered(Enquiry before, Enquiry now) {
        return before.state() == Enquiry.State.RECEIVED && now.state() != Enquiry.State.RECEIVED
                ? due.cancel(RAISE, now.id()).then(events.publish(new EnquiryEvents.Answered(now.id())))
                : Mono.empty();
    }

    private Mono<Void> place(Talk before, Enquiry now) {
        String was = before.ambassador();
        String is = now.talk().ambassador();
        if (Objects.equals(was, is)) {
            return Mono.empty();
        }
        return (was == null ? Mono.<Void>empty() : released(was, before.accepted(), now))
                .then(is == null ? Mono.<Void>empty() : taken(is, now));
    }

    private Mono<Void> released(String ambassador, boolean accepted, Enquiry now) {
        Talk.Outcome outcome = now.talk().before().getLast().outcome();
        boolean byDesk = outcome == Talk.Outcome.TAKEN_BACK;
        Mono<Void> told = accepted && (byDesk || outcome == Talk.Outcome.TALKED)
                ? events.publish(new EnquiryEvents.TalkEnded(now.id(), ambassador, now.version()))
                : Mono.empty();
        Mono<Void> desk = now.state().open() && !byDesk
                ? events.publish(new EnquiryEvents.Unmatched(now.id(), now.version()))
                : Mono.empty();
        return ambassadors
                .release(ambassador)
                .then(nothingDue(now.id()))
                .then(told)
                .then(desk);
    }

    private Mono<Void> taken(String ambassador, Enquiry now) {
        return ambassadors
                .take(ambassador)
                .then(due.at(REMIND, now.id(), clock.instant().plus(remindAfter)))
                .then(due.at(FALL_BACK, now.id(), clock.instant().plus(fallBackAfter)))
                .then(events.publish(new EnquiryEvents.Proposed(now.id(), ambassador, now.version())));
    }

    private Mono<Void> nothingDue(String id) {
        return due.cancel(REMIND, id).then(due.cancel(FALL_BACK, id)).then();
    }

    private Mono<Void> accepted(Enquiry before, Enquiry now) {
        return now.talk().accepted() && !before.talk().accepted()
                ? nothingDue(now.id()).then(events.publish(new EnquiryEvents.Matched(now.id(), now.version())))
                : Mono.empty();
    }

    private Mono<Void> visit(Enquiry before, Enquiry now) {
        Enquiry.Visit visit = now.visit();
        String ambassador = now.talk().ambassador();
        if (visit == null || ambassador == null || visit.equals(before.visit())) {
            return Mono.empty();
        }
        return switch (visit.attends()) {
            case ASKED -> events.publish(new EnquiryEvents.VisitBooked(now.id(), ambassador, now.version()));
            case COMES, CANNOT -> events.publish(new EnquiryEvents.Attends(now.id(), now.version()));
            case NO -> Mono.empty();
        };
    }

    private Mono<Void> ended(Enquiry now) {
        Instant ended = now.endedAt();
        return ended == null ? Mono.empty() : due.at(ERASE, now.id(), erasedAt(ended));
    }
}
