package hub.forum.groups.web;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.viewer.CurrentViewer;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the viewer of a request may see, found out once in it. */
@Component
@NamedInterface("visibility")
public class CurrentVisibility {
    private static final String FOUND = CurrentVisibility.class.getName();

    private final CurrentViewer viewers;
    private final Rights rights;

    CurrentVisibility(CurrentViewer viewers, Rights rights) {
        this.viewers = viewers;
        this.rights = rights;
    }

    public Mono<Visibility> of(ServerWebExchange exchange) {
        Mono<Visibility> known = exchange.getAttribute(FOUND);
        if (known != null) {
            return known;
        }
        Mono<Visibility> found = viewers.of(exchange).flatMap(rights::of).cache();
        exchange.getAttributes().put(FOUND, found);
        return found;
    }
}
