package hub.forum.status.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How the hub stands, on an administrator's page. */
@Component
@Order(59)
class StatusLink implements MeLink {
    @Override
    public String href() {
        return "/status";
    }

    @Override
    public String messageKey() {
        return "status.me.link";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.administrator());
    }
}
