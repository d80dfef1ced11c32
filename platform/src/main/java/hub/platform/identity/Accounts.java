package hub.platform.identity;

import hub.platform.mongo.Ids;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people of the hub: their approval, roles and names. A sign-in proves who somebody is, no more. */
@Service
public class Accounts {
    private final AccountStore store;
    private final ObjectProvider<AccountFollower> followers;
    private final String firstAdministrator;
    private final Clock clock;

    /** @param firstAdministrator the e-mail address of whoever becomes administrator by signing in while there is none; empty for nobody */
    Accounts(
            AccountStore store,
            ObjectProvider<AccountFollower> followers,
            @Value("${hearth.first-administrator:}") String firstAdministrator,
            Clock clock) {
        this.store = store;
        this.followers = followers;
        this.firstAdministrator = firstAdministrator.strip();
        this.clock = clock;
    }

    /**
     * The account of somebody who has just proved who they are. One who was never seen before awaits approval, unless they are the one whom the
     * settings name as the first administrator and there is none, or somebody who was brought in with the address that the provider vouches for, letter by letter: what only
     * looks like it may be somebody else's mailbox.
     *
     * @param identity realm and subject, as in {@link Account#identity()}
     * @param verified whether the provider vouches for the e-mail address
     */
    public Mono<Account> signedIn(String identity, String name, @Nullable String email, boolean verified) {
        String id = Ids.next();
        String shown = InputText.clean(name).isEmpty() ? "New person" : InputText.cut(InputText.clean(name), 60);
        String address = email == null ? null : EmailAddress.spelling(email);
        Account fresh =
                Account.of(id, identity, shown, id, "", address, Approval.AWAITING, Set.of(), clock.instant(), null);
        Mono<Account> named = Mono.justOrEmpty(address)
                .filter(spelled ->
                        verified && spelled.equals(String.valueOf(email).strip().toLowerCase(Locale.ROOT)))
                .flatMap(spelled -> store.name(identity, spelled));
        return store.withIdentity(identity)
                .switchIfEmpty(named)
                .then(store.seenOrInserted(fresh, clock.instant()))
                .flatMap(account -> isToBeFirst(account, email, verified)
                        ? asFirstAdministrator(account).defaultIfEmpty(account)
                        : Mono.just(account));
    }

    /** Somebody who was paused or whose approval ended does not come back in this way. */
    private boolean isToBeFirst(Account account, @Nullable String email, boolean verified) {
        return verified
                && !firstAdministrator.isEmpty()
                && firstAdministrator.equalsIgnoreCase(email)
                && account.approval() == Approval.AWAITING;
    }

    /** Empty if there is an administrator already. Looked at in the transaction: of two at once one becomes it. */
    private Mono<Account> asFirstAdministrator(Account account) {
        return store.change(
                        account.id(),
                        before -> before.withApproval(Approval.APPROVED, clock.instant())
                                .withRoles(Set.of(Role.ADMINISTRATOR)),
                        (before, after) -> store.anAdministratorExistsBeside(after.id())
                                .filter(another -> another)
                                .flatMap(another -> Mono.<Void>error(new Rejected(AccountRefusal.NOT_FIRST)))
                                .then(follow(before, after))
                                .then(Flux.fromStream(followers::orderedStream)
                                        .concatMap(follower -> follower.becameFirstAdministrator(after))
                                        .then()))
                .onErrorResume(Rejected.class, notFirst -> Mono.empty());
    }

    /** The viewer for a signed-in account; nobody if the account no longer exists. */
    public Mono<Viewer> viewer(String accountId) {
        return store.find(accountId).map(Viewer::of).defaultIfEmpty(Viewer.nobody());
    }

    /** The viewer for a session of an account; nobody if the account no longer exists, or a new link ended its older sessions. */
    public Mono<Viewer> viewer(String accountId, Instant sessionBegan) {
        return store.find(accountId)
                .filter(account -> account.honoursSession(sessionBegan))
                .map(Viewer::of)
                .defaultIfEmpty(Viewer.nobody());
    }

    /** The account of somebody whom the provider knows. */
    public Mono<Account> withIdentity(String identity) {
        return store.withIdentity(identity);
    }

    /** Sessions that began before it count as signed out; done by themselves, when they choose a password anew. */
    public Mono<Account> endSessionsBefore(String id, Instant moment) {
        return store.change(id, account -> account.withSessionsFrom(moment), this::follow);
    }

    /** Puts in an account as it is: an invitation, the first administrator, demo people. */
    public Mono<Account> add(Account account) {
        return store.insert(account);
    }

    /** Puts in an account unless there is one with its id. */
    public Mono<Void> addUnlessThere(Account account) {
        return store.insert(account)
                .onErrorResume(org.springframework.dao.DuplicateKeyException.class, there -> Mono.empty())
                .then();
    }

    public Mono<Boolean> anAdministratorExists() {
        return store.anAdministratorExists();
    }

    /** @throws NotAllowed (as a signal) unless the viewer is an administrator */
    public Mono<Account> find(String id, Viewer viewer) {
        return administrator(viewer).then(store.find(id));
    }

    /** People in one state of approval, by name, from after the given name and id. */
    public Flux<Account> list(Approval approval, String afterName, String afterId, int limit, Viewer viewer) {
        return administrator(viewer).thenMany(store.list(approval, afterName, afterId, limit));
    }

    public Mono<Account> approve(String id, Viewer by) {
        return change(id, by, account -> account.withApproval(Approval.APPROVED, clock.instant()));
    }

    /** @throws Rejected {@code accounts.lastAdministrator} (as a signal) if no active administrator would be left */
    public Mono<Account> suspend(String id, Viewer by) {
        return administrator(by)
                .then(store.change(
                        id,
                        account -> account.withApproval(Approval.SUSPENDED, clock.instant()),
                        (before, after) -> follow(before, after)
                                .then(Flux.fromStream(followers::orderedStream)
                                        .concatMap(follower -> follower.suspendedByAdministrator(after))
                                        .then())))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /**
     * By a moderator, who keeps until when: for {@link #resume}. Somebody who is not approved stays as they are.
     *
     * @throws NotAllowed (as a signal) unless the viewer is a moderator and somebody else, and the person neither a moderator nor an administrator
     */
    public Mono<Account> pause(String id, Viewer by) {
        return !by.moderator() || id.equals(by.account())
                ? Mono.error(new NotAllowed())
                : store.change(id, this::paused, this::follow).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Account paused(Account account) {
        if (account.roles().contains(Role.MODERATOR) || account.roles().contains(Role.ADMINISTRATOR)) {
            throw new NotAllowed();
        }
        return account.approval() == Approval.APPROVED
                ? account.withApproval(Approval.SUSPENDED, clock.instant())
                : account;
    }

    /** The end of a {@link #pause}. Whose approval has ended meanwhile does not come back in this way. */
    public Mono<Account> resume(String id) {
        return store.change(
                id,
                account -> account.approval() == Approval.SUSPENDED
                        ? account.withApproval(Approval.APPROVED, clock.instant())
                        : account,
                this::follow);
    }

    /** The account itself, for a moderator, who looks after people. */
    public Mono<Account> toModerate(String id, Viewer by) {
        return by.moderator() ? store.find(id) : Mono.error(new NotAllowed());
    }

    /** @throws Rejected {@code accounts.lastAdministrator} (as a signal) if no active administrator would be left */
    public Mono<Account> end(String id, Viewer by) {
        return change(id, by, account -> account.withApproval(Approval.ENDED, clock.instant()));
    }

    /**
     * Somebody has closed their account: name, address and roles go, the id stays. All that follows from the end of an approval follows. Their memberships have ended before.
     *
     * @param nobody what stands in the place of the name
     * @throws Rejected {@code accounts.lastAdministrator} (as a signal) if no active administrator would be left
     */
    public Mono<Account> close(String id, String nobody) {
        return store.change(id, account -> account.closed(nobody, clock.instant()), this::follow);
    }

    /** The account itself, for the work that closes it. */
    public Mono<Account> toClose(String id) {
        return store.find(id);
    }

    /** Whether nobody else can act as an administrator. */
    public Mono<Boolean> isLastAdministrator(String id) {
        return store.find(id)
                .filter(Account::isActiveAdministrator)
                .flatMap(administrator -> store.anAdministratorExistsBeside(id))
                .map(another -> !another)
                .defaultIfEmpty(false);
    }

    /**
     * Writes down who somebody is, all at once.
     *
     * @throws Rejected (as a signal) if it would change the viewer's own roles, no active administrator would be left, or a feature refuses the
     *     household
     */
    public Mono<Account> describe(String id, String name, String household, String line, Set<Role> roles, Viewer by) {
        return change(id, by, account -> {
            if (account.id().equals(by.account()) && !account.roles().equals(roles)) {
                throw new Rejected(AccountRefusal.OWN_ROLES);
            }
            return account.withDetails(name, household, line).withRoles(roles);
        });
    }

    /** Notes that a new link was made for somebody: their open sessions end, and they are told at their next sign-in. */
    public Mono<Account> newLinkMade(String id, Viewer by) {
        return change(id, by, account -> account.withNewLink(by.name(), clock.instant()));
    }

    /** The link that the viewer has yet to say they know of; empty if there is none. */
    public Mono<Account.NewLink> newLink(Viewer viewer) {
        return Mono.justOrEmpty(viewer.account()).flatMap(store::find).mapNotNull(Account::newLink);
    }

    /** The viewer knows of their new link. */
    public Mono<Void> newLinkSeen(Viewer viewer) {
        return Mono.justOrEmpty(viewer.account()).flatMap(store::forgetNewLink);
    }

    /** Names and lines of people for pages that may show them: authors of posts, members of a group the viewer is in. */
    public Mono<Names> names(Collection<String> ids) {
        return store.names(ids);
    }

    /** Names as they are stored and not as they are remembered, for a search index that keeps rights beside them. */
    public Flux<PersonName> toIndex(Collection<String> ids) {
        return store.toIndex(ids);
    }

    /** The next ids of all accounts, in the order of ids; for what has to be made of each. */
    public Flux<String> idsAfter(String id, int limit) {
        return store.idsAfter(id, limit);
    }

    /** Approved people whose names begin so: for those who nominate. */
    public Flux<PersonName> approvedNamed(String beginning, int limit, Viewer by) {
        return by.approved() ? store.approvedNamed(beginning, limit).map(PersonName::of) : Flux.error(new NotAllowed());
    }

    /** Whether somebody has this address already, however it is typed. */
    public Mono<Boolean> hasEmail(String email) {
        return store.hasEmail(EmailAddress.spelling(email));
    }

    /**
     * Who has one of these addresses, whatever their approval; for those who bring people in.
     *
     * @param spellings at most 1,000, in their one spelling
     * @throws NotAllowed (as a signal) unless the viewer is an administrator
     */
    public Flux<Account> withEmails(Collection<String> spellings, Viewer by) {
        return by.administrator() ? store.withEmails(spellings) : Flux.error(new NotAllowed());
    }

    /** Approved people who have a role, in no order, for choosing one of them or telling all of them. */
    public Flux<PersonName> withRole(Role role, int limit) {
        return store.withRole(role, limit).map(PersonName::of);
    }

    /** The account itself, for features that act on a person they have the right to act on, such as a nomination. */
    public Mono<Account> approved(String id) {
        return store.find(id).filter(account -> account.approval() == Approval.APPROVED);
    }

    /** Approved people of one household, by name, for features in which they do something together. At most 10. */
    public Flux<Account> ofHousehold(String household) {
        return store.ofHousehold(household);
    }

    private Mono<Account> change(String id, Viewer by, UnaryOperator<Account> how) {
        return administrator(by).then(store.change(id, how, this::follow)).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Mono<Void> follow(Account before, Account after) {
        return Flux.fromStream(followers::orderedStream)
                .concatMap(follower -> follower.changed(before, after))
                .then();
    }

    private static Mono<Void> administrator(Viewer viewer) {
        return viewer.administrator() ? Mono.empty() : Mono.error(NotAllowed::new);
    }
}
