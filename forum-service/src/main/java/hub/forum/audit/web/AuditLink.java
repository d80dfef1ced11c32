package hub.forum.audit.web;

import hub.platform.audit.AuditLog;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The audit log, on the page of those who oversee. */
@Component
@Order(50)
class AuditLink implements MeLink {
    @Override
    public String href() {
        return "/audit";
    }

    @Override
    public String messageKey() {
        return "audit.me.link";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(AuditLog.mayRead(viewer));
    }
}
