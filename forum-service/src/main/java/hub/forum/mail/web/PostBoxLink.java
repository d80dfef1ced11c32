package hub.forum.mail.web;

import hub.platform.identity.Viewer;
import hub.platform.mail.PostBoxStore;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The post box, on the page of everybody whose letters come there. */
@Component
@Order(90)
class PostBoxLink implements MeLink {
    private final PostBoxStore postBox;

    PostBoxLink(PostBoxStore postBox) {
        this.postBox = postBox;
    }

    @Override
    public Kind kind() {
        return Kind.OWN;
    }

    @Override
    public String href() {
        return "/mail/box";
    }

    @Override
    public String messageKey() {
        return "mail.box.link";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.approved() && postBox.isOpen());
    }
}
