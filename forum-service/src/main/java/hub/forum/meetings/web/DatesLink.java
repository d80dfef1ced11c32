package hub.forum.meetings.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The viewer's next dates, on their own page. */
@Component
@Order(5)
class DatesLink implements MeLink {
    @Override
    public Kind kind() {
        return Kind.OWN;
    }

    @Override
    public String href() {
        return "/meetings";
    }

    @Override
    public String messageKey() {
        return "meetings.dates.title";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.approved());
    }
}
