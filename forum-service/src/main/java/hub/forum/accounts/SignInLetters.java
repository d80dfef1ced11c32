package hub.forum.accounts;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.EmailAddress;
import hub.platform.identity.Inviter;
import hub.platform.mail.GuestMailKind;
import hub.platform.mail.Letter;
import hub.platform.mail.Mails;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A letter with a one-time link: an invitation to whoever has never been here, a way back in for whoever forgot the password. The link is made when the letter is
 * written and is kept nowhere; nobody stops such letters, as each was asked for.
 */
@Component
public class SignInLetters implements GuestMailKind {
    private static final String KIND = "accounts.link";

    private final Accounts accounts;
    private final ObjectProvider<Inviter> inviter;
    private final Mails mails;
    private final Transactions transactions;

    SignInLetters(Accounts accounts, ObjectProvider<Inviter> inviter, Mails mails, Transactions transactions) {
        this.accounts = accounts;
        this.inviter = inviter;
        this.mails = mails;
        this.transactions = transactions;
    }

    /** Whether letters leave this house; without a mail server links are handed over by hand. */
    public boolean goOut() {
        return mails.goOut();
    }

    /** Belongs into the transaction in which somebody is invited. */
    public Mono<Void> invite(Account account) {
        return mails.sendToGuest(KIND, account.id(), "invitation:" + account.id());
    }

    /** Somebody says that they forgot the password. Nothing happens for an identity that has no account. */
    public Mono<Void> forgotten(String identity) {
        return accounts.withIdentity(identity)
                .flatMap(account -> transactions.run(
                        mails.sendToGuest(KIND, account.id(), "forgotten:" + account.id() + ":" + Ids.next())));
    }

    /**
     * Somebody chose a password anew: whoever is signed in with the old one is out. Nothing happens for an identity that has no account.
     *
     * @param at sessions that began from then on stand
     */
    public Mono<Void> passwordChosen(String identity, Instant at) {
        return accounts.withIdentity(identity)
                .flatMap(account -> accounts.endSessionsBefore(account.id(), at))
                .then();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Nothing to whoever is not approved any more, or has no address. */
    @Override
    public Mono<Addressed> write(String about) {
        return accounts.approved(about)
                .flatMap(account -> Mono.zip(address(account), link(account))
                        .map(found -> new Addressed(
                                account.name(),
                                found.getT1(),
                                letter(account.lastSeenAt() == null ? "invitation" : "forgotten", found.getT2()))));
    }

    private static Mono<EmailAddress> address(Account account) {
        return Mono.justOrEmpty(account.email()).flatMap(email -> Mono.justOrEmpty(EmailAddress.of(email)));
    }

    /** Whoever was brought in from a table has had no way to sign in: this is their first. */
    private Mono<String> link(Account account) {
        return Mono.justOrEmpty(inviter.getIfAvailable())
                .flatMap(provider -> Mono.justOrEmpty(account.identity())
                        .flatMap(identity -> provider.link(identity)
                                .switchIfEmpty(Mono.defer(
                                                () -> provider.inviteAgain(identity, account.name(), account.email()))
                                        .map(Inviter.Invitation::link)
                                        .onErrorResume(Rejected.class, othersAddress -> Mono.empty()))))
                .map(Object::toString);
    }

    private static Letter letter(String which, String link) {
        String said = "accounts.letter." + which;
        return new Letter(
                Letter.Text.of(said + ".subject"),
                Letter.Text.of(said + ".lead"),
                List.of(Letter.Text.of(said + ".once")),
                Letter.Text.of("accounts.letter.button"),
                link);
    }
}
