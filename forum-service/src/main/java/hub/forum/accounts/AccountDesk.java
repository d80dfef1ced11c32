package hub.forum.accounts;

import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.AccountRefusal;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Inviter;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an administrator does with accounts. Each act is one transaction with its entry in the audit log; anybody else gets {@link NotAllowed} as a signal. */
@Service
public class AccountDesk {
    private static final int MOST_WORKERS = 500;

    private final Accounts accounts;
    private final Supervisions supervisions;
    private final AuditLog audit;
    private final Transactions transactions;
    private final ObjectProvider<Inviter> inviter;
    private final SignInLetters letters;
    private final Clock clock;

    AccountDesk(
            Accounts accounts,
            Supervisions supervisions,
            AuditLog audit,
            Transactions transactions,
            ObjectProvider<Inviter> inviter,
            SignInLetters letters,
            Clock clock) {
        this.accounts = accounts;
        this.supervisions = supervisions;
        this.audit = audit;
        this.transactions = transactions;
        this.inviter = inviter;
        this.letters = letters;
        this.clock = clock;
    }

    /** Who somebody is, to be written down. */
    public record Details(String name, String household, String line, Set<Role> roles) {}

    /**
     * What to hand to somebody who has been invited.
     *
     * @param mailed a letter with a link of its own is on its way, and this one ends when it is written
     */
    public record Invited(Account account, URI link, boolean mailed) {}

    /** Whether people can be invited here; not where the council's own provider signs them in. */
    public boolean canInvite() {
        return inviter.getIfAvailable() != null;
    }

    public Flux<Account> list(Approval approval, String afterName, String afterId, int limit, Viewer by) {
        return accounts.list(approval, afterName, afterId, limit, by);
    }

    public Mono<Account> find(String id, Viewer by) {
        return accounts.find(id, by);
    }

    public Mono<Account> approve(String id, Viewer by) {
        return logged("accounts.approve", accounts.approve(id, by), by);
    }

    /** @throws Rejected {@code accounts.lastAdministrator} (as a signal) */
    public Mono<Account> suspend(String id, Viewer by) {
        return logged("accounts.suspend", accounts.suspend(id, by), by);
    }

    /** @throws Rejected {@code accounts.lastAdministrator} (as a signal) */
    public Mono<Account> end(String id, Viewer by) {
        return logged("accounts.end", accounts.end(id, by), by);
    }

    /** Approved supervising social workers by name; at most 500. */
    public Mono<List<PersonName>> socialWorkers(Viewer by) {
        return by.administrator()
                ? accounts.withRole(Role.SUPERVISING_SOCIAL_WORKER, MOST_WORKERS)
                        .sort(Comparator.comparing(PersonName::name))
                        .collectList()
                : Mono.error(new NotAllowed());
    }

    /** The account of the social worker of somebody's household; the empty word if there is none. */
    public Mono<String> workerOf(Account account) {
        return supervisions.workerOf(account.household()).defaultIfEmpty("");
    }

    /**
     * @param worker the account of the household's supervising social worker; empty for nobody
     * @throws Rejected {@code accounts.ownRoles}, {@code accounts.lastAdministrator}, {@code accounts.household.inConstellation},
     *     {@code accounts.worker.gone} (as a signal)
     */
    public Mono<Account> change(String id, Details details, String worker, Viewer by) {
        return find(id, by)
                .flatMap(this::workerOf)
                .flatMap(before -> logged(
                        "accounts.change",
                        accounts.describe(
                                        id, details.name(), household(id, details), details.line(), details.roles(), by)
                                .flatMap(account -> before.equals(worker)
                                        ? Mono.just(account)
                                        : supervise(account, worker, by).thenReturn(account)),
                        by))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /** Only where another was chosen: who moves to another household has its worker, and a worker who is away stays when a name is mended. */
    private Mono<Void> supervise(Account account, String worker, Viewer by) {
        return worker.isEmpty()
                ? supervisions.assign(account.household(), null, by)
                : accounts.approved(worker)
                        .filter(found -> found.roles().contains(Role.SUPERVISING_SOCIAL_WORKER))
                        .switchIfEmpty(Mono.error(() -> new Rejected(AccountRefusal.NO_SUCH_WORKER)))
                        .flatMap(found -> supervisions.assign(account.household(), worker, by));
    }

    /**
     * Invites somebody: the account is approved with its roles at once, and whoever opens the link chooses a password. Where there is a mail server the link goes by
     * mail.
     *
     * @throws Rejected {@code accounts.invited} (as a signal) if the email is in use
     */
    public Mono<Invited> invite(Details details, String email, Viewer by) {
        Inviter provider = inviter.getIfAvailable();
        if (provider == null || !by.administrator()) {
            return Mono.error(new NotAllowed());
        }
        return accounts.hasEmail(email)
                .flatMap(inUse -> inUse
                        ? Mono.error(new Rejected(AccountRefusal.INVITED_ALREADY))
                        : provider.invite(details.name(), email))
                .flatMap(invitation -> logged(
                                "accounts.invite",
                                accounts.add(fresh(Ids.next(), details, email, invitation.identity()))
                                        .flatMap(this::mailed),
                                by)
                        .map(account -> new Invited(account, invitation.link(), letters.goOut())));
    }

    /**
     * Somebody of a table, approved with their roles; nobody writes to them yet. A step of the caller's transaction. Where links are given here, theirs is made when it is
     * asked for; elsewhere the council's own provider names them at their first sign-in, by their address.
     *
     * @throws Rejected {@code accounts.invited} (as a signal) if the email is in use
     */
    public Mono<Account> bringIn(String id, Details details, String email, Viewer by) {
        if (!by.administrator()) {
            return Mono.error(new NotAllowed());
        }
        Inviter provider = inviter.getIfAvailable();
        return accounts.hasEmail(email)
                .flatMap(inUse -> inUse
                        ? Mono.error(new Rejected(AccountRefusal.INVITED_ALREADY))
                        : logged(
                                "accounts.import",
                                accounts.add(
                                        fresh(id, details, email, provider == null ? null : provider.identityOf(id))),
                                by));
    }

    /**
     * From now on this social worker looks after somebody's household; a step of the caller's transaction.
     *
     * @return whether it was somebody else before
     * @throws Rejected {@code accounts.worker.gone} (as a signal) if it is no approved supervising social worker
     */
    public Mono<Boolean> assignWorker(String account, String worker, Viewer by) {
        return find(account, by)
                .flatMap(found -> workerOf(found)
                        .flatMap(before -> before.equals(worker)
                                ? Mono.just(false)
                                : logged(
                                                "accounts.change",
                                                supervise(found, worker, by).thenReturn(found),
                                                by)
                                        .thenReturn(true)));
    }

    private Mono<Account> mailed(Account account) {
        return letters.goOut() ? letters.invite(account).thenReturn(account) : Mono.just(account);
    }

    /**
     * A new link for somebody who forgot the password. Whoever holds it gets in as them: so it ends their open sessions, wants a reason, and they
     * are told.
     *
     * @param reason 10 to 500 characters, for the audit log
     * @throws Rejected {@code accounts.link.noEmail}, {@code accounts.invited} (as a signal) if they have had no way to sign in and none can be made
     */
    public Mono<Invited> inviteAgain(String id, String reason, Viewer by) {
        return find(id, by).flatMap(account -> {
            Inviter provider = inviter.getIfAvailable();
            String identity = account.identity();
            if (provider == null || identity == null) {
                return Mono.error(new NotAllowed());
            }
            return provider.inviteAgain(identity, account.name(), account.email())
                    .flatMap(invitation -> transactions
                            .run(accounts.newLinkMade(id, by)
                                    .flatMap(
                                            told -> logged("accounts.inviteAgain", told, by, Map.of("reason", reason))))
                            .map(told -> new Invited(told, invitation.link(), false)));
        });
    }

    private Account fresh(String id, Details details, String email, @Nullable String identity) {
        return Account.of(
                id,
                identity,
                details.name(),
                household(id, details),
                details.line(),
                email,
                Approval.APPROVED,
                details.roles(),
                clock.instant(),
                clock.instant());
    }

    /** A person without one is a household of their own. */
    private static String household(String id, Details details) {
        return details.household().isEmpty() ? id : details.household();
    }

    private Mono<Account> logged(String act, Mono<Account> what, Viewer by) {
        return transactions.run(what.flatMap(account -> logged(act, account, by, Map.of("roles", words(account)))));
    }

    private Mono<Account> logged(String act, Account account, Viewer by, Map<String, String> details) {
        return audit.record(act, by.id(), account.id(), null, details).thenReturn(account);
    }

    private static String words(Account account) {
        return account.roles().stream().map(Role::slug).sorted().collect(Collectors.joining(" "));
    }
}
