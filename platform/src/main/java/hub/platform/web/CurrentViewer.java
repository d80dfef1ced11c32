package hub.platform.web;

import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.security.SessionLimits;
import java.security.Principal;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The viewer of a request, read once in it. */
@Component
public class CurrentViewer {
    private static final String MONO = CurrentViewer.class.getName();
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final Accounts accounts;

    CurrentViewer(Accounts accounts) {
        this.accounts = accounts;
    }

    @SuppressWarnings("unchecked")
    public Mono<Viewer> of(ServerWebExchange exchange) {
        return (Mono<Viewer>) exchange.getAttributes()
                .computeIfAbsent(
                        MONO, key -> unlessAway(exchange, found(exchange)).cache());
    }

    private Mono<Viewer> found(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .flatMap(account -> inSession(exchange, account))
                .defaultIfEmpty(Viewer.nobody());
    }

    private static Mono<Viewer> unlessAway(ServerWebExchange exchange, Mono<Viewer> viewer) {
        return WhenMongoIsAway.ALWAYS.matches(exchange.getRequest().getPath().pathWithinApplication())
                ? viewer.timeout(WhenMongoIsAway.PATIENCE).onErrorReturn(Viewer.nobody())
                : viewer;
    }

    /** A session that a new link has ended goes at its first request, so that the next one leads to the sign-in. */
    private Mono<Viewer> inSession(ServerWebExchange exchange, String account) {
        return SessionLimits.began(exchange)
                .flatMap(began -> accounts.viewer(account, began))
                .flatMap(viewer -> viewer.signedIn()
                        ? Mono.just(viewer)
                        : exchange.getSession().flatMap(WebSession::invalidate).thenReturn(viewer));
    }

    /** As far as it was found out before things went wrong; else nobody. Does not wait on what went wrong. */
    @SuppressWarnings("unchecked")
    Mono<Viewer> asFarAsKnown(ServerWebExchange exchange) {
        Object known = exchange.getAttributes().get(MONO);
        return known == null
                ? Mono.just(Viewer.nobody())
                : ((Mono<Viewer>) known).timeout(AT_ONCE).onErrorReturn(Viewer.nobody());
    }
}
