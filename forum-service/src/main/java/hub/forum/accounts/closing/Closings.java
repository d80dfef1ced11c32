package hub.forum.accounts.closing;

import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who wishes their account to be closed, and when that is done. Each step is one transaction with its entry in the audit log. */
@Service
public class Closings {
    static final String CLOSE = "accounts.close";

    private final ClosingStore store;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;

    Closings(
            ClosingStore store,
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

    /** The viewer's own request; empty if there is none. */
    public Mono<ClosingRequest> own(Viewer viewer) {
        return Mono.justOrEmpty(viewer.account()).flatMap(store::find);
    }

    /**
     * The viewer asks for it, approved or not. Asked again, the first stays.
     *
     * @throws NotAllowed (as a signal) for somebody who is not signed in
     * @throws Rejected {@code accounts.closing.last} (as a signal) for the last administrator
     */
    public Mono<ClosingRequest> ask(boolean postsToo, Viewer viewer) {
        String account = viewer.account();
        if (account == null) {
            return Mono.error(new NotAllowed());
        }
        return own(viewer)
                .switchIfEmpty(notTheLast(account)
                        .then(Mono.defer(() -> begin(
                                ClosingRequest.asked(account, postsToo, clock.instant()),
                                "accounts.closing.ask",
                                account,
                                Map.of()))));
    }

    /**
     * They have thought better of it. Done twice it is done once.
     *
     * @throws Rejected {@code accounts.closing.begun} (as a signal) once the day has come: some of it is gone
     */
    public Mono<Void> takeBack(Viewer viewer) {
        String account = viewer.account();
        return account == null
                ? Mono.error(new NotAllowed())
                : transactions
                        .run(store.find(account)
                                .flatMap(request -> request.closes().isAfter(clock.instant())
                                        ? store.remove(account)
                                        : Mono.error(() -> new Rejected(ClosingRefusal.BEGUN)))
                                .delayUntil(gone -> due.cancel(CLOSE, account))
                                .delayUntil(gone ->
                                        audit.record("accounts.closing.takeBack", account, account, null, Map.of())))
                        .then();
    }

    /** Those who wait, the next to be closed first; for administrators. */
    public Flux<ClosingRequest> waiting(@Nullable Instant after, String afterId, int limit, Viewer viewer) {
        return viewer.administrator() ? store.list(after, afterId, limit) : Flux.error(new NotAllowed());
    }

    /** Somebody whose account an administrator could erase; empty if it is closed already. */
    public Mono<Account> toErase(String account, Viewer viewer) {
        return accounts.find(account, viewer).filter(found -> !CloseAccount.isClosed(found));
    }

    /**
     * A letter asks for it: done at once.
     *
     * @param reason 10 to 500 characters: how the administrator knows that it is them who asks
     * @throws NotAllowed (as a signal) unless the viewer is an administrator
     * @throws Rejected {@code accounts.closing.own} or {@code accounts.closing.last} (as a signal)
     */
    public Mono<ClosingRequest> erase(String account, boolean postsToo, String reason, Viewer viewer) {
        return toErase(account, viewer)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(found -> found.id().equals(viewer.account())
                        ? Mono.<ClosingRequest>error(new Rejected(ClosingRefusal.OWN))
                        : notTheLast(account)
                                .then(Mono.defer(() -> begin(
                                        ClosingRequest.byLetter(
                                                account, postsToo, viewer.id(), reason, clock.instant()),
                                        "accounts.closing.letter",
                                        viewer.id(),
                                        Map.of("reason", reason)))));
    }

    private Mono<Void> notTheLast(String account) {
        return accounts.isLastAdministrator(account)
                .flatMap(last -> last ? Mono.error(new Rejected(ClosingRefusal.LAST_ADMINISTRATOR)) : Mono.empty());
    }

    private Mono<ClosingRequest> begin(ClosingRequest request, String act, String by, Map<String, String> details) {
        return transactions.run(store.put(request)
                .delayUntil(made -> due.at(CLOSE, made.id(), made.closes()))
                .delayUntil(made -> audit.record(act, by, made.id(), null, details))
                .delayUntil(made -> events.publish(new ClosingAsked(made.id()))));
    }
}
