package hub.forum.guidance;

import hub.platform.audit.AuditLog;
import hub.platform.calendar.WorkingDays;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests for guidance: of whoever asked, and of the advisers. An administrator names the advisers and reads no request. */
@Service
public class Guidance {
    static final String RAISE = "guidance.raise";

    private final GuidanceStore store;
    private final Accounts accounts;
    private final WorkingDays workingDays;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;
    private final int raiseAfter;

    /** @param raiseAfter working days after which a request that nobody has booked is raised with a second person */
    Guidance(
            GuidanceStore store,
            Accounts accounts,
            WorkingDays workingDays,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            Clock clock,
            @Value("${hearth.guidance.raise-after:5}") int raiseAfter) {
        this.store = store;
        this.accounts = accounts;
        this.workingDays = workingDays;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
        this.raiseAfter = raiseAfter;
    }

    /** Whether the viewer is one of the advisers now; not who has left the service and is still named. */
    public Mono<Boolean> advises(Viewer viewer) {
        String account = viewer.account();
        return account == null || !viewer.staff()
                ? Mono.just(false)
                : store.advisers()
                        .map(all -> all.stream().anyMatch(one -> one.id().equals(account)));
    }

    /** Whether there is somebody to ask. */
    public Mono<Boolean> isOffered() {
        return store.advisers().map(all -> !all.isEmpty());
    }

    /** The viewer's own, the newest first. */
    public Flux<GuidanceRequest> own(Viewer viewer) {
        return viewer.approved() ? store.of(viewer.id()) : Flux.empty();
    }

    /** What waits, or is booked, the longest wait first, for advisers; nothing for other people. */
    public Flux<GuidanceRequest> in(GuidanceRequest.State state, Viewer viewer) {
        return advises(viewer).filter(is -> is).flatMapMany(adviser -> store.in(state));
    }

    /** How many wait, for advisers; 0 for other people. */
    public Mono<Long> waiting(Viewer viewer) {
        return advises(viewer)
                .filter(is -> is)
                .flatMap(adviser -> store.count(GuidanceRequest.State.ASKED))
                .defaultIfEmpty(0L);
    }

    /** A request, for whoever asked and for advisers; empty for everybody else. */
    public Mono<GuidanceRequest> find(String id, Viewer viewer) {
        return store.find(id)
                .filterWhen(request -> request.account().equals(viewer.account()) && viewer.approved()
                        ? Mono.just(true)
                        : advises(viewer));
    }

    /**
     * @param formKey of the form it came with; the same one again finds the request that it made
     * @throws NotAllowed (as a signal) unless the viewer is approved
     * @throws Rejected (as a signal) if there is no adviser
     */
    public Mono<GuidanceRequest> ask(GuidanceTopic topic, String text, String formKey, Viewer by) {
        return Mono.fromSupplier(by::id).flatMap(account -> {
            String id = Ids.of("guidance of " + account + " by " + formKey);
            Mono<GuidanceRequest> fresh = Mono.defer(
                            () -> store.insert(GuidanceRequest.ask(id, account, topic, text, clock.instant())))
                    .delayUntil(request -> due.at(RAISE, id, workingDays.after(request.askedAt(), raiseAfter)))
                    .delayUntil(request -> events.publish(new GuidanceEvents.Asked(id)));
            return transactions.run(store.find(id)
                    .switchIfEmpty(isOffered()
                            .flatMap(offered ->
                                    offered ? fresh : Mono.error(new Rejected(GuidanceRefusal.NO_ADVISERS)))));
        });
    }

    /**
     * @param at in the future
     * @throws NotAllowed (as a signal) unless the viewer is an adviser
     * @throws Rejected (as a signal) if it is over, or in the past
     */
    public Mono<GuidanceRequest> book(String id, Instant at, String where, Viewer by) {
        if (!at.isAfter(clock.instant())) {
            return Mono.error(new Rejected(GuidanceRefusal.IN_THE_PAST));
        }
        return advising(by)
                .then(change(
                        id,
                        request -> request.book(new GuidanceRequest.Talk(by.id(), at, where)),
                        "guidance.book",
                        by));
    }

    /** Done twice it is done once. @throws NotAllowed (as a signal) unless the viewer is an adviser */
    public Mono<GuidanceRequest> finish(String id, Viewer by) {
        return advising(by).then(change(id, GuidanceRequest::finish, "guidance.finish", by));
    }

    /** @throws NotAllowed (as a signal) unless it is the viewer's own */
    public Mono<GuidanceRequest> withdraw(String id, Viewer by) {
        return store.find(id)
                .filter(request -> request.account().equals(by.account()) && by.approved())
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(request -> change(id, GuidanceRequest::withdraw, "", by));
    }

    private Mono<Void> advising(Viewer by) {
        return advises(by).flatMap(is -> is ? Mono.empty() : Mono.error(new NotAllowed()));
    }

    /** The audit log says which adviser did what; that somebody asks, and who, is not for those who read it. */
    private Mono<GuidanceRequest> change(String id, UnaryOperator<GuidanceRequest> how, String act, Viewer by) {
        return transactions.run(store.find(id).flatMap(before -> {
            GuidanceRequest after = how.apply(before);
            return after.equals(before)
                    ? Mono.just(before)
                    : store.replace(after, before.version())
                            .switchIfEmpty(Mono.error(() -> new Rejected(GuidanceRefusal.CHANGED_MEANWHILE)))
                            .delayUntil(saved -> act.isEmpty()
                                    ? Mono.<Void>empty()
                                    : audit.record(act, by.id(), saved.id(), null, Map.of()))
                            .delayUntil(saved -> due.cancel(RAISE, id))
                            .delayUntil(this::tell);
        }));
    }

    private Mono<Void> tell(GuidanceRequest saved) {
        return saved.state() == GuidanceRequest.State.BOOKED
                ? events.publish(new GuidanceEvents.Booked(saved.id(), saved.account(), saved.version()))
                : events.publish(new GuidanceEvents.Over(saved.id()));
    }

    /** What is due: nobody has booked it for too long. */
    Mono<Void> raise(String id) {
        return store.find(id)
                .flatMap(before -> {
                    GuidanceRequest after = before.raise(clock.instant());
                    return after.equals(before)
                            ? Mono.<GuidanceRequest>empty()
                            : store.replace(after, before.version());
                })
                .flatMap(raised -> events.publish(new GuidanceEvents.Raised(id)));
    }

    /** Those who advise, by account. */
    Mono<List<Adviser>> advisers() {
        return store.advisers();
    }

    /** For administrators: whom requests go to. @throws NotAllowed (as a signal) unless the viewer is one */
    public Mono<List<Adviser>> advisers(Viewer viewer) {
        return administrator(viewer).then(store.advisers());
    }

    /** @throws NotAllowed (as a signal) unless an administrator names somebody approved who works for the service */
    public Mono<Adviser> name(String account, boolean second, Viewer by) {
        Mono<Adviser> steps = accounts.viewer(account)
                .filter(Viewer::staff)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(person -> store.put(new Adviser(account, second, clock.instant())))
                .delayUntil(adviser -> audit.record("guidance.name", by.id(), account, null, Map.of()));
        return administrator(by).then(transactions.run(steps));
    }

    /** @throws NotAllowed (as a signal) unless an administrator does */
    public Mono<Void> unname(String account, Viewer by) {
        Mono<Adviser> steps = store.removeAdviser(account)
                .delayUntil(adviser -> audit.record("guidance.unname", by.id(), account, null, Map.of()));
        return administrator(by).then(transactions.run(steps)).then();
    }

    private static Mono<Void> administrator(Viewer viewer) {
        return viewer.administrator() ? Mono.empty() : Mono.error(NotAllowed::new);
    }
}
