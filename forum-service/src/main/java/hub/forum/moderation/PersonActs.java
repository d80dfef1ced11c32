package hub.forum.moderation;

import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What moderators do about people: note, warn, limit, suspend, and lift. Never about themselves, nor about moderators and administrators, whom administrators look after. Each act is one
 * transaction with its entry in the audit log, and the person is told.
 */
@Service
public class PersonActs {
    static final String ENDS = "moderation.suspension-ends";

    private final PersonActStore store;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;

    PersonActs(
            PersonActStore store,
            Accounts accounts,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The account, for a moderator. */
    public Mono<Account> person(String person, Viewer viewer) {
        return accounts.toModerate(person, viewer);
    }

    /** Whether the viewer may act about somebody. */
    public static boolean mayAct(Account person, Viewer viewer) {
        return viewer.moderator()
                && !person.id().equals(viewer.account())
                && !person.roles().contains(Role.MODERATOR)
                && !person.roles().contains(Role.ADMINISTRATOR);
    }

    /** All that was done about somebody, the latest first. */
    public Flux<PersonAct> about(String person, Viewer viewer) {
        return store.about(person, viewer);
    }

    public Mono<PersonAct> find(String id, Viewer viewer) {
        return store.find(id, viewer);
    }

    /** The viewer's own, also while they are paused; notes are not theirs to read. */
    public Mono<PersonAct> own(String id, Viewer viewer) {
        return store.own(id, viewer);
    }

    /** As {@link #own(String, Viewer)}, all of them, the latest first. */
    public Flux<PersonAct> own(Viewer viewer) {
        return store.own(viewer);
    }

    /** What holds for somebody now. */
    Mono<List<PersonAct>> inForce(String person) {
        return store.inForce(person);
    }

    /**
     * Does it. The same form sent again finds the first.
     *
     * @param reason what the person is told, or of a note what moderators read
     * @param until of a suspension, in the future; else null
     * @throws NotAllowed (as a signal) if the viewer may not, or there is no such person
     * @throws Rejected {@code moderation.act.holds} (as a signal) if a limit or suspension holds already, {@code moderation.act.notApproved} if there is nothing to suspend
     */
    public Mono<PersonAct> act(
            String person, PersonAct.Kind kind, String reason, @Nullable Instant until, String formKey, Viewer viewer) {
        Mono<PersonAct> fresh = transactions.run(person(person, viewer)
                .filter(account -> mayAct(account, viewer))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .doOnNext(account -> requireApproved(kind, account))
                .map(account ->
                        PersonAct.of(Ids.next(), person, kind, reason, viewer.id(), clock.instant(), until, formKey))
                .flatMap(store::insert)
                .delayUntil(made -> begin(made, viewer))
                .delayUntil(made -> record("moderation.person." + kind.slug(), viewer.id(), made, reason))
                .delayUntil(made -> tell(made)));
        return store.withFormKey(viewer.id(), formKey)
                .switchIfEmpty(fresh)
                .onErrorResume(
                        DuplicateKeyException.class,
                        there -> store.withFormKey(viewer.id(), formKey)
                                .switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.ACT_HOLDS))));
    }

    private static void requireApproved(PersonAct.Kind kind, Account account) {
        if (kind == PersonAct.Kind.SUSPENSION && account.approval() != Approval.APPROVED) {
            throw new Rejected(ReportRefusal.ACT_NOT_APPROVED);
        }
    }

    private Mono<Void> begin(PersonAct act, Viewer viewer) {
        Instant until = act.until();
        if (act.kind() != PersonAct.Kind.SUSPENSION || until == null) {
            return Mono.empty();
        }
        return accounts.pause(act.person(), viewer).then(due.at(ENDS, act.id(), until));
    }

    private Mono<Void> tell(PersonAct act) {
        return act.kind() == PersonAct.Kind.NOTE
                ? Mono.empty()
                : events.publish(new PersonNotices.Acted(act.id(), act.person()));
    }

    /**
     * A warning, a limit or a suspension ends before its time; the person is told why.
     *
     * @throws NotAllowed (as a signal) if the viewer may not
     * @throws Rejected {@code moderation.act.over} (as a signal) if it is over
     */
    public Mono<PersonAct> lift(String id, String reason, Viewer viewer) {
        return find(id, viewer)
                .flatMap(act -> person(act.person(), viewer)
                        .filter(account -> mayAct(account, viewer))
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .flatMap(account -> transactions.run(
                                end(act, new PersonAct.Lifted(viewer.id(), clock.instant(), reason)))));
    }

    /** As {@link #lift}, in the transaction of an appeal that is upheld; what is over meanwhile stays as it is. */
    Mono<Void> liftAppealed(String id, String reason, Viewer viewer) {
        return find(id, viewer)
                .filter(PersonAct::canBeLifted)
                .flatMap(act -> end(act, new PersonAct.Lifted(viewer.id(), clock.instant(), reason)))
                .then();
    }

    private Mono<PersonAct> end(PersonAct act, PersonAct.Lifted how) {
        return Mono.fromSupplier(() -> act.lifted(how))
                .flatMap(over ->
                        store.save(act, over).switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.ACT_OVER))))
                .delayUntil(over -> act.kind() == PersonAct.Kind.SUSPENSION && act.inForce()
                        ? accounts.resume(act.person()).then(due.cancel(ENDS, act.id()))
                        : Mono.empty())
                .delayUntil(over ->
                        record("moderation.person.lift", how.by() == null ? act.by() : how.by(), over, how.reason()))
                .delayUntil(over -> events.publish(new PersonNotices.Lifted(over.id(), over.person())));
    }

    /** Its time has come. Done twice it is done once. */
    Mono<Void> endAtItsTime(String id) {
        return transactions.run(store.toEnd(id)
                .filter(PersonAct::inForce)
                .flatMap(act -> end(act, new PersonAct.Lifted(null, clock.instant(), "")))
                .then());
    }

    /** An administrator let the person in again, or ended the account: the suspension is over, in the same transaction. */
    Mono<Void> endedByAccount(String person) {
        return store.inForce(person, PersonAct.Kind.SUSPENSION)
                .flatMap(act -> store.save(act, act.lifted(new PersonAct.Lifted(null, clock.instant(), "")))
                        .then(due.cancel(ENDS, act.id())))
                .then();
    }

    /** The viewer has read a warning of theirs, and may post again. */
    public Mono<PersonAct> acknowledge(String id, Viewer viewer) {
        return transactions.run(own(id, viewer)
                .filter(act -> act.kind() == PersonAct.Kind.WARNING)
                .flatMap(act -> act.acknowledgedAt() != null || !act.inForce()
                        ? Mono.just(act)
                        : store.save(act, act.acknowledged(clock.instant()))
                                .switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.ACT_OVER)))
                                .delayUntil(read -> record("moderation.person.acknowledge", viewer.id(), read, ""))));
    }

    private Mono<Void> record(String act, String by, PersonAct about, String reason) {
        Map<String, String> details = reason.isEmpty()
                ? Map.of("reference", about.reference())
                : Map.of("reference", about.reference(), "reason", reason);
        return audit.record(act, by, about.person(), null, details);
    }
}
