package hub.signin;

import hub.platform.identity.EmailAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who can sign in, and the links by which they come to a password. */
final class People {
    private static final Duration LINK = Duration.ofDays(7);
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final PersonStore store;
    private final SessionStore sessions;
    private final AttemptStore attempts;
    private final Passwords passwords;
    private final Settings settings;
    private final Clock clock;

    People(
            PersonStore store,
            SessionStore sessions,
            AttemptStore attempts,
            Passwords passwords,
            Settings settings,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.attempts = attempts;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    Invitation invite(String name, String email) {
        Optional<EmailAddress> address = EmailAddress.of(email);
        if (name.isBlank() || address.isEmpty()) {
            throw new IllegalArgumentException("An invitation needs a name and an email");
        }
        String token = Secrets.token();
        String subject = Secrets.subject();
        store.add(new Person(subject, name.strip(), address.get().value(), null, link(token), false));
        return invitation(subject, token);
    }

    Invitation inviteAgain(String subject) {
        String token = Secrets.token();
        store.replacePassword(subject, link(token))
                .orElseThrow(() -> new NoSuchElementException("Nobody is " + subject));
        sessions.endAllOf(subject);
        return invitation(subject, token);
    }

    /** As {@link #inviteAgain(String)}; puts in one who has never been here. */
    Invitation inviteAgain(String subject, String name, @Nullable String email) {
        Optional<EmailAddress> address = Optional.ofNullable(email).flatMap(EmailAddress::of);
        if (address.isEmpty() || store.bySubject(subject).isPresent()) {
            return inviteAgain(subject);
        }
        String token = Secrets.token();
        store.add(new Person(subject, name.strip(), address.get().value(), null, link(token), false));
        return invitation(subject, token);
    }

    /** A link that takes nothing away: whoever asks for it need not be who they say. */
    URI letterLink(String subject) {
        Person person = store.bySubject(subject).orElseThrow(() -> new NoSuchElementException("Nobody is " + subject));
        String token = Secrets.token();
        Duration life = person.password() == null ? LINK : FORGOTTEN;
        store.offerLink(
                        subject,
                        new Person.Link(Secrets.sha256(token), clock.instant().plus(life)))
                .orElseThrow(() -> new NoSuchElementException("Nobody is " + subject));
        return invitation(subject, token).link();
    }

    /** Whom an open link is for; nobody if it was used, is too old or never was. */
    Optional<Person> invited(String token) {
        return store.byLink(Secrets.sha256(token), clock.instant());
    }

    /** Uses the link up. Nobody if somebody else did in the meantime. */
    Optional<Person> choosePassword(String token, String password) {
        Optional<Person> person =
                store.choosePassword(Secrets.sha256(token), clock.instant(), passwords.encode(password));
        person.ifPresent(chosen -> {
            attempts.forgetName(chosen.username());
            // Whoever knew the old password is out.
            sessions.endAllOf(chosen.subject());
        });
        return person;
    }

    Optional<Person> byUsername(String username) {
        return store.byUsername(EmailAddress.spelling(username));
    }

    /** Whether it is their password; takes as long if they are nobody. */
    boolean proves(Optional<Person> person, String password) {
        boolean fits = passwords.matches(password, person.map(Person::password).orElse(null));
        return fits && person.isPresent();
    }

    void forget(String subject) {
        store.remove(subject);
        sessions.endAllOf(subject);
    }

    Optional<Person> bySubject(String subject) {
        return store.bySubject(subject);
    }

    private Person.Link link(String token) {
        return new Person.Link(Secrets.sha256(token), clock.instant().plus(LINK));
    }

    private Invitation invitation(String subject, String token) {
        return new Invitation(subject, URI.create(settings.issuer() + "/invitation/" + token));
    }
}
