package hub.platform.web;

import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.security.SessionLimits;
import java.security.Principal;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The viewer of a request, read once in it. */
@Component
public class CurrentViewer {
    private static final String MONO = CurrentViewer.class.getName();

    private final Accounts accounts;

    CurrentViewer(Accounts accounts) {
        this.accounts = accounts;
    }

    @SuppressWarnings("unchecked")
    public Mono<Viewer> of(ServerWebExchange exchange) {
        return (Mono<Viewer>) exchange.getAttributes()
                .computeIfAbsent(
                        MONO,
                        key -> exchange.getPrincipal()
                                .map(Principal::getName)
                                .flatMap(account -> inSession(exchange, account))
                                .defaultIfEmpty(Viewer.nobody())
                                .cache());
    }

    /** A session that a new link has ended goes at its first request, so that the next one leads to the sign-in. */
    private Mono<Viewer> inSession(ServerWebExchange exchange, String account) {
        return SessionLimits.began(exchange)
                .flatMap(began -> accounts.viewer(account, began))
                .flatMap(viewer -> viewer.signedIn()
                        ? Mono.just(viewer)
                        : exchange.getSession().flatMap(WebSession::invalidate).thenReturn(viewer));
    }

    /** As far as it was found out before things went wrong; else nobody. */
    @SuppressWarnings("unchecked")
    Mono<Viewer> asFarAsKnown(ServerWebExchange exchange) {
        Object known = exchange.getAttributes().get(MONO);
        return known == null ? Mono.just(Viewer.nobody()) : ((Mono<Viewer>) known).onErrorReturn(Viewer.nobody());
    }
}
