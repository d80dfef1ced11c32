package hub.forum.me.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where somebody takes out what is theirs. */
@Component
@Order(90)
class DataLink implements MeLink {
    @Override
    public Kind kind() {
        return Kind.OWN;
    }

    @Override
    public String href() {
        return DataController.PATH;
    }

    @Override
    public String messageKey() {
        return "me.data";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.signedIn());
    }
}
