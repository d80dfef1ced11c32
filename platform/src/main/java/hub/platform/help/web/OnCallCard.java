package hub.platform.help.web;

import hub.platform.help.OnCall;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The hub carer to ring now, first on the home page. */
@Component
@Order(10)
class OnCallCard implements HomeCard {
    private final OnCall onCall;

    OnCallCard(OnCall onCall) {
        this.onCall = onCall;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return onCall.now(viewer, exchange)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new Fragment("help/parts", "card", lines));
    }
}
