package hub.forum;

import hub.platform.identity.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;

/** Sessions as they lie in the database, begun without a provider: {@code sessions.of(amina)} is the value of the cookie. */
class Sessions<S extends Session> {
    static final String COOKIE = "HEARTH_SESSION";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ReactiveSessionRepository<S> stored;

    Sessions(ReactiveSessionRepository<S> stored) {
        this.stored = stored;
    }

    String of(Account account) {
        S session = Objects.requireNonNull(stored.createSession().block(SOON));
        signIn(session, account);
        return session.getId();
    }

    /** As the sign-in does in the session that is there. */
    void signIn(String id, Account account) {
        signIn(Objects.requireNonNull(stored.findById(id).block(SOON)), account);
    }

    private void signIn(S session, Account account) {
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(account.id(), "", List.of())));
        stored.save(session).block(SOON);
    }

    /** A sign-in at that moment. */
    void signIn(String id, Account account, Instant at) {
        signIn(id, account);
        began(id, at);
    }

    /** When the session's sign-in was, if that matters. */
    void began(String id, Instant at) {
        S session = Objects.requireNonNull(stored.findById(id).block(SOON));
        session.setAttribute("signed-in-at", at.toEpochMilli());
        stored.save(session).block(SOON);
    }

    void end(String id) {
        stored.deleteById(id).block(SOON);
    }
}
