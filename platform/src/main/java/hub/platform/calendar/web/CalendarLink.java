package hub.platform.calendar.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The viewer's own calendar, on their own page. */
@Component
@Order(10)
class CalendarLink implements MeLink {
    @Override
    public String href() {
        return "/calendar";
    }

    @Override
    public String messageKey() {
        return "calendar.title";
    }

    @Override
    public Kind kind() {
        return Kind.OWN;
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.approved());
    }
}
