package hub.forum.enquiries;

import hub.platform.audit.AuditLog;
import hub.platform.calendar.WorkingDays;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mail.Mails;
import hub.platform.mail.SignedLinks;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Enquiries of people who think of fostering, for whoever sent one and for the recruitment officers. */
@Service
public class Enquiries {
    static final String LINKS = "enquiries";
    static final String RECEIVED = "enquiries.received";
    private static final int REFERENCE = 8;

    private final EnquiryStore store;
    private final EnquiryChanges changes;
    private final WorkingDays workingDays;
    private final SignedLinks links;
    private final Mails mails;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;
    private final int raiseAfter;

    /** @param raiseAfter working days after which one that nobody has answered is raised */
    Enquiries(
            EnquiryStore store,
            EnquiryChanges changes,
            WorkingDays workingDays,
            SignedLinks links,
            Mails mails,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            Clock clock,
            @Value("${hearth.enquiries.raise-after:2}") int raiseAfter) {
        this.store = store;
        this.changes = changes;
        this.workingDays = workingDays;
        this.links = links;
        this.mails = mails;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
        this.raiseAfter = raiseAfter;
    }

    /** Whether the viewer answers them. */
    public static boolean answers(Viewer viewer) {
        return viewer.is(Role.RECRUITMENT_OFFICER);
    }

    /** How many working days somebody waits at the most before it is raised. */
    public int raiseAfter() {
        return raiseAfter;
    }

    /**
     * Takes one that was sent, and mails its link to whoever gave an address.
     *
     * @param draft the id of the form's draft: sent twice, it is there once
     * @param letter whether the link is mailed
     * @param also what else belongs into the transaction
     */
    public Mono<Enquiry> receive(String draft, Enquiry.Person person, Asked asked, boolean letter, Mono<Void> also) {
        String id = idOf(draft);
        Mono<Enquiry> fresh = Mono.defer(() -> store.insert(Enquiry.receive(
                        id,
                        Ids.next().substring(0, REFERENCE).toUpperCase(Locale.ROOT),
                        person,
                        asked,
                        clock.instant())))
                .delayUntil(enquiry ->
                        due.at(EnquiryChanges.RAISE, id, workingDays.after(enquiry.receivedAt(), raiseAfter)))
                .delayUntil(enquiry ->
                        letter && !person.email().isEmpty() ? mails.sendToGuest(RECEIVED, id, id) : Mono.<Void>empty())
                .delayUntil(enquiry -> events.publish(new EnquiryEvents.Received(id)))
                .delayUntil(enquiry -> also);
        return transactions.run(store.byId(id).switchIfEmpty(fresh));
    }

    private static String idOf(String draft) {
        return Ids.of("enquiry of " + draft);
    }

    /** One that was sent from this draft before; empty if none was. */
    public Mono<Enquiry> sentFrom(String draft) {
        return store.byId(idOf(draft));
    }

    /** The address of the page of whoever sent it. */
    public Mono<String> path(String id) {
        return links.token(LINKS, id).map(token -> "/enquiries/mine/" + token);
    }

    /** What a link leads to; empty if we did not make it, or it was erased. */
    public Mono<Enquiry> own(String token) {
        return links.read(LINKS, token).flatMap(store::byId).filter(enquiry -> enquiry.person() != null);
    }

    /**
     * One by its reference, for whoever also knows the phone number or the address that was given with it.
     *
     * @return empty if either is not so
     */
    public Mono<Enquiry> find(String reference, String contact) {
        return store.byReference(reference.strip().toUpperCase(Locale.ROOT))
                .filter(enquiry -> isOf(enquiry.person(), contact));
    }

    private static boolean isOf(Enquiry.@org.jspecify.annotations.Nullable Person person, String contact) {
        String digits = contact.replaceAll("[^0-9]", "");
        return person != null
                && ((!person.email().isEmpty() && person.email().equalsIgnoreCase(contact.strip()))
                        || (digits.length() > 5
                                && person.phone().replaceAll("[^0-9]", "").equals(digits)));
    }

    /** They have changed their mind. @return empty if the link leads nowhere */
    public Mono<Enquiry> withdraw(String token) {
        return own(token)
                .flatMap(enquiry ->
                        changes.change(enquiry.id(), open -> open.to(Enquiry.State.WITHDRAWN, clock.instant())));
    }

    /** For recruitment officers; empty for everybody else. */
    public Mono<Enquiry> find(String id, Viewer viewer) {
        return store.find(id, viewer);
    }

    /** In one state, the longest first, for recruitment officers; nothing for everybody else. At most 1,000. */
    public Flux<Enquiry> in(Enquiry.State state, Viewer viewer) {
        return store.from(state, viewer).sort(Comparator.comparing(Enquiry::since));
    }

    /** Those that were passed to the regional recruitment hub; that somebody took them out is noted. */
    public Flux<Enquiry> passed(Viewer viewer) {
        return answers(viewer)
                ? audit.record("enquiries.export", viewer.id(), "passed", null, Map.of())
                        .thenMany(store.latest(viewer).filter(enquiry -> enquiry.person() != null))
                : Flux.error(new NotAllowed());
    }

    /** What will be erased, and when; looked at before it happens. */
    public Flux<Enquiry> toErase(Viewer viewer) {
        return answers(viewer) ? store.before(viewer) : Flux.error(new NotAllowed());
    }

    /** When one that ended then is erased. */
    public Instant erasedAt(Instant ended) {
        return changes.erasedAt(ended);
    }

    /**
     * @throws NotAllowed (as a signal) unless the viewer answers them
     * @throws Rejected (as a signal) if it cannot come into that state now
     */
    public Mono<Enquiry> move(String id, Enquiry.State state, Viewer by) {
        return answering(by).then(Mono.defer(() -> changes.change(id, enquiry -> enquiry.to(state, clock.instant()))));
    }

    /** @throws Rejected (as a signal) if it is in the past, or cannot be booked now */
    public Mono<Enquiry> book(String id, Enquiry.Visit visit, Viewer by) {
        return answering(by)
                .then(
                        visit.at().isAfter(clock.instant())
                                ? changes.change(id, enquiry -> enquiry.book(visit, clock.instant()))
                                : Mono.error(new Rejected(EnquiryRefusal.IN_THE_PAST)));
    }

    /** Notes that it was passed to the regional recruitment hub. @throws Rejected (as a signal) if it is over */
    public Mono<Enquiry> pass(String id, Viewer by) {
        return answering(by)
                .then(transactions.run(changes.change(id, enquiry -> enquiry.pass(clock.instant()))
                        .delayUntil(passed -> audit.record("enquiries.pass", by.id(), id, null, Map.of()))));
    }

    private static Mono<Void> answering(Viewer by) {
        return answers(by) ? Mono.empty() : Mono.error(new NotAllowed());
    }

    /** What is due: nobody has answered for too long. */
    Mono<Void> raise(String id) {
        return store.byId(id)
                .flatMap(before -> {
                    Enquiry after = before.raise(clock.instant());
                    return after.equals(before) ? Mono.<Enquiry>empty() : store.replace(after, before.version());
                })
                .flatMap(raised -> events.publish(new EnquiryEvents.Raised(id)));
    }

    /** What is due: all that says who it was goes. */
    Mono<Void> erase(String id) {
        return store.byId(id)
                .filter(enquiry -> enquiry.endedAt() != null)
                .flatMap(enquiry -> store.replace(enquiry.erased(), enquiry.version()))
                .then();
    }
}
