package hub.forum.background.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The work in the background, on an administrator's page. */
@Component
@Order(60)
class BackgroundLink implements MeLink {
    @Override
    public String href() {
        return "/background";
    }

    @Override
    public String messageKey() {
        return "background.me.link";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.administrator());
    }
}
