package hub.forum.visits.web;

import hub.forum.visits.Visits;
import hub.platform.identity.Viewer;
import hub.platform.requests.FilterOrder;
import hub.platform.viewer.CurrentViewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Notes that somebody is here, whatever page they ask for. Runs after it is known who may come in. */
@Component
@Order(FilterOrder.FEATURES)
class NoteVisits implements WebFilter {
    private final CurrentViewer viewers;
    private final Visits visits;

    NoteVisits(CurrentViewer viewers, Visits visits) {
        this.viewers = viewers;
        this.visits = visits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return viewers.of(exchange)
                .filter(Viewer::approved)
                .doOnNext(visits::note)
                .then(chain.filter(exchange));
    }
}
