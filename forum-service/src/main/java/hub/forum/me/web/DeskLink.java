package hub.forum.me.web;

import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The editors' desk. Here rather than in the service that publishes, as that may be another process. */
@Component
@Order(40)
class DeskLink implements MeLink {
    @Override
    public String href() {
        return "/news/desk";
    }

    @Override
    public String messageKey() {
        return "me.desk";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.is(Role.STAFF_EDITOR));
    }
}
