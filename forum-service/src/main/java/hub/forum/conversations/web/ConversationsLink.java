package hub.forum.conversations.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the viewer began, keeps and has not posted yet, on their own page. */
@Component
@Order(2)
class ConversationsLink implements MeLink {
    @Override
    public Kind kind() {
        return Kind.OWN;
    }

    @Override
    public String href() {
        return "/conversations?show=mine";
    }

    @Override
    public String messageKey() {
        return "conversations.me";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.approved());
    }
}
