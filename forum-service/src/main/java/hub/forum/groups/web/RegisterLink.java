package hub.forum.groups.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The register of groups, on the page of administrators. */
@Component
@Order(30)
class RegisterLink implements MeLink {
    @Override
    public String href() {
        return "/groups/register";
    }

    @Override
    public String messageKey() {
        return "groups.me.link";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.administrator());
    }
}
