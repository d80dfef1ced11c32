package hub.forum.accounts.closing;

import hub.forum.groups.Memberships;
import hub.forum.threads.Threads;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.personaldata.PersonalData;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Closes an account, when it is due, in one transaction: memberships end, the approval ends with all that follows from it (places and shifts are free), what goes is erased, the account
 * keeps nothing but its id. What they posted, if it is to go, goes before, in transactions of a hundred posts each.
 */
@Component
class CloseAccount implements DueHandler {
    private static final int POSTS_AT_A_TIME = 100;

    private final ClosingStore store;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Threads threads;
    private final PersonalData data;
    private final AuditLog audit;
    private final DueWork due;
    private final MessageSource messages;
    private final Clock clock;

    CloseAccount(
            ClosingStore store,
            Accounts accounts,
            Memberships memberships,
            Threads threads,
            PersonalData data,
            AuditLog audit,
            DueWork due,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.memberships = memberships;
        this.threads = threads;
        this.data = data;
        this.audit = audit;
        this.due = due;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether nothing of the person is left. */
    static boolean isClosed(Account account) {
        return account.approval() == Approval.ENDED
                && account.identity() == null
                && account.email() == null
                && account.roles().isEmpty();
    }

    @Override
    public String kind() {
        return Closings.CLOSE;
    }

    @Override
    public Mono<Void> handle(String account, Instant moment) {
        return store.find(account)
                .flatMap(request -> request.closes().isAfter(clock.instant())
                        ? due.at(Closings.CLOSE, account, request.closes())
                        : closeNow(request));
    }

    private Mono<Void> closeNow(ClosingRequest request) {
        String account = request.id();
        return Mono.just(request)
                .flatMap(asked -> accounts.isLastAdministrator(account)
                        .flatMap(last -> last ? keep(account) : asked.postsToo() ? postsFirst(asked) : close(asked)));
    }

    /** The others have left meanwhile: the hub keeps its administrator, who may ask again. */
    private Mono<Void> keep(String account) {
        return store.remove(account).then(audit.record("accounts.closing.kept", account, account, null, Map.of()));
    }

    private Mono<Void> postsFirst(ClosingRequest request) {
        return threads.deleteSomeOf(request.id(), POSTS_AT_A_TIME)
                .flatMap(gone -> gone == POSTS_AT_A_TIME
                        ? due.at(Closings.CLOSE, request.id(), clock.instant())
                        : close(request));
    }

    private Mono<Void> close(ClosingRequest request) {
        String account = request.id();
        String by = request.by() == null ? account : request.by();
        return accounts.toClose(account)
                .flatMap(before -> memberships
                        .endAllOf(account, by)
                        .then(Mono.defer(() -> accounts.close(account, nobody())))
                        .then(Mono.defer(() -> data.erase(account)))
                        .then(Mono.defer(() -> data.rename(account, before.name(), nobody())))
                        .then(Mono.defer(() -> audit.record("accounts.closing.done", by, account, null, Map.of())))
                        .then(Mono.defer(() -> forget(before))));
    }

    /** By itself, as the provider may be away for a while, and what it does cannot be taken back with a transaction. */
    private Mono<Void> forget(Account before) {
        String identity = before.identity();
        return identity == null ? Mono.empty() : due.at(ForgetPerson.FORGET, identity, clock.instant());
    }

    private String nobody() {
        return messages.getMessage("accounts.closing.nobody", null, Locale.UK);
    }
}
