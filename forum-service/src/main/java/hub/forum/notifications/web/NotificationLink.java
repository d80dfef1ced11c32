package hub.forum.notifications.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the viewer is told, on their own page. */
@Component
@Order(1)
class NotificationLink implements MeLink {
    @Override
    public Kind kind() {
        return Kind.OWN;
    }

    @Override
    public String href() {
        return "/notifications";
    }

    @Override
    public String messageKey() {
        return "notifications.me";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.approved());
    }
}
