package hub.platform.viewer;

import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.outage.OutageFilter;
import java.security.Principal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The viewer of a request, read once in it. */
@Component
public class CurrentViewer {
    /** In a request's attributes: the viewer as soon as it is known, what finds it out until then. */
    private static final String FOUND = CurrentViewer.class.getName();

    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final Accounts accounts;

    CurrentViewer(Accounts accounts) {
        this.accounts = accounts;
    }

    public Mono<Viewer> of(ServerWebExchange exchange) {
        Mono<Viewer> known = known(exchange);
        if (known != null) {
            return known;
        }
        Mono<Viewer> found = unlessAway(exchange, found(exchange))
                .doOnNext(viewer -> exchange.getAttributes().put(FOUND, viewer))
                .cache();
        exchange.getAttributes().put(FOUND, found);
        return found;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Mono<Viewer> known(ServerWebExchange exchange) {
        Object known = exchange.getAttributes().get(FOUND);
        return known instanceof Viewer viewer ? Mono.just(viewer) : (Mono<Viewer>) known;
    }

    private Mono<Viewer> found(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .flatMap(account -> inSession(exchange, account))
                .defaultIfEmpty(Viewer.nobody());
    }

    private static Mono<Viewer> unlessAway(ServerWebExchange exchange, Mono<Viewer> viewer) {
        return OutageFilter.ALWAYS.matches(exchange.getRequest().getPath().pathWithinApplication())
                ? viewer.timeout(OutageFilter.PATIENCE).onErrorResume(away -> {
                    OutageFilter.noteAway(exchange);
                    return Mono.just(Viewer.nobody());
                })
                : viewer;
    }

    /** A session that a new link has ended goes at its first request, so that the next one leads to the sign-in. */
    private Mono<Viewer> inSession(ServerWebExchange exchange, String account) {
        return SignInMoment.of(exchange)
                .flatMap(began -> accounts.viewer(account, began))
                .flatMap(viewer -> viewer.signedIn()
                        ? Mono.just(viewer)
                        : exchange.getSession().flatMap(SignInMoment::end).thenReturn(viewer));
    }

    /** As far as it was found out before things went wrong; else nobody. Does not wait on what went wrong. */
    public Mono<Viewer> asFarAsKnown(ServerWebExchange exchange) {
        Mono<Viewer> known = known(exchange);
        return known == null
                ? Mono.just(Viewer.nobody())
                : known.timeout(AT_ONCE).onErrorReturn(Viewer.nobody());
    }
}
