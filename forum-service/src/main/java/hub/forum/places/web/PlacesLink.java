package hub.forum.places.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import hub.platform.places.Places;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The family hubs, on the page of whoever keeps them. */
@Component
@Order(35)
class PlacesLink implements MeLink {
    @Override
    public String href() {
        return "/places";
    }

    @Override
    public String messageKey() {
        return "places.me";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(Places.mayKeep(viewer));
    }
}
