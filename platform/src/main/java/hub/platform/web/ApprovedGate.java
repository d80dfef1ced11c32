package hub.platform.web;

import hub.platform.management.ManagementPort;
import hub.platform.security.KeptForms;
import hub.platform.security.PublicPaths;
import java.util.function.UnaryOperator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets only approved people past the public pages, whatever they ask for, so that the answer tells nothing. Runs after sign-in is known. */
@Component
@Order(100)
class ApprovedGate implements WebFilter {
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
                .filter(viewer -> viewer.approved())
                .switchIfEmpty(Mono.error(NotApproved::new))
                .then(kept.forgetIfSent(exchange))
                // Here the context of Reactor is at hand for all that comes; it would be asked for through a hundred
                // operators.
                .then(chain.filter(exchange).contextWrite(UnaryOperator.identity()));
    }
}
