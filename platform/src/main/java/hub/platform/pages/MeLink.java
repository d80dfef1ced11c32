package hub.platform.pages;

import hub.platform.identity.Viewer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A place that somebody looks after, on their own page. A feature provides one as a bean; {@code @Order} says where it stands. */
public interface MeLink {
    String href();

    /** Of the words of the link. */
    String messageKey();

    Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange);
}
