package hub.platform.web;

import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import java.security.Principal;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
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
                                .flatMap(accounts::viewer)
                                .defaultIfEmpty(Viewer.nobody())
                                .cache());
    }

    /** As far as it was found out before things went wrong; else nobody. */
    @SuppressWarnings("unchecked")
    Mono<Viewer> asFarAsKnown(ServerWebExchange exchange) {
        Object known = exchange.getAttributes().get(MONO);
        return known == null ? Mono.just(Viewer.nobody()) : ((Mono<Viewer>) known).onErrorReturn(Viewer.nobody());
    }
}
