package hub.forum.concerns.web;

import hub.forum.concerns.Concerns;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Worries about a child, on a safeguarding lead's own page. */
@Component
@Order(5)
class ConcernLinks implements MeLink {
    @Override
    public Kind kind() {
        return Kind.LOOKED_AFTER;
    }

    @Override
    public String href() {
        return "/concerns";
    }

    @Override
    public String messageKey() {
        return "concerns.me";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(Concerns.answers(viewer));
    }
}
