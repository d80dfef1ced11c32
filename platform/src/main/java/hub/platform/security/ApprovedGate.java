package hub.platform.security;

import hub.platform.errors.NotApproved;
import hub.platform.errors.RedirectException;
import hub.platform.identity.Viewer;
import hub.platform.management.ManagementPort;
import hub.platform.requests.FilterOrder;
import hub.platform.signin.KeptForms;
import hub.platform.viewer.CurrentViewer;
import java.util.function.UnaryOperator;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets only approved people past the public pages, whatever they ask for, so that the answer tells nothing. Runs after sign-in is known. */
@Component
@Order(FilterOrder.APPROVED_GATE)
class ApprovedGate implements WebFilter {
    private static final String SIGN_IN = "/oauth2/authorization/hearth";

    private final CurrentViewer viewers;
    private final PublicPaths.All open;
    private final KeptForms kept;
    private final ManagementPort management;

    ApprovedGate(CurrentViewer viewers, PublicPaths.All open, KeptForms kept, ManagementPort management) {
        this.viewers = viewers;
        this.open = open;
        this.kept = kept;
        this.management = management;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (open.contains(exchange.getRequest().getPath().pathWithinApplication()) || management.received(exchange)) {
            return chain.filter(exchange);
        }
        return viewers.of(exchange)
                .flatMap(viewer -> viewer.approved() ? Mono.just(viewer) : refused(viewer, exchange))
                .then(kept.forgetIfSent(exchange))
                // Here the context of Reactor is at hand for all that comes; it would be asked for through a hundred
                // operators.
                .then(chain.filter(exchange).contextWrite(UnaryOperator.identity()));
    }

    /** Somebody whose session has just ended, such as by a new link, signs in again and finds what they had typed, as with a session that lapsed. */
    private Mono<Viewer> refused(Viewer viewer, ServerWebExchange exchange) {
        return !viewer.signedIn() && exchange.getRequest().getMethod() == HttpMethod.POST
                ? kept.keep(exchange).then(Mono.error(() -> new RedirectException(SIGN_IN)))
                : Mono.error(NotApproved::new);
    }
}
