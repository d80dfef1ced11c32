package hub.forum.accounts.closing.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where somebody closes their account. */
@Component
@Order(95)
class ClosingLink implements MeLink {
    @Override
    public Kind kind() {
        return Kind.OWN;
    }

    @Override
    public String href() {
        return ClosingController.PATH;
    }

    @Override
    public String messageKey() {
        return "accounts.closing";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.signedIn());
    }
}
