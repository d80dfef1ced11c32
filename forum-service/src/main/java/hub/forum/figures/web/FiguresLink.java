package hub.forum.figures.web;

import hub.forum.figures.BoardFigures;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The figures, on the page of whoever works for the fostering service. */
@Component
@Order(60)
class FiguresLink implements MeLink {
    @Override
    public String href() {
        return "/figures";
    }

    @Override
    public String messageKey() {
        return "figures.title";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(BoardFigures.mayRead(viewer));
    }
}
