package hub.platform.pages;

import hub.platform.identity.Viewer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A place on somebody's own page. A feature provides one as a bean; {@code @Order} says where it stands. */
public interface MeLink {
    /** In which list. */
    enum Kind {
        /** What they look after for others. */
        LOOKED_AFTER,
        /** What is theirs alone, such as their calendar. */
        OWN
    }

    default Kind kind() {
        return Kind.LOOKED_AFTER;
    }

    String href();

    /** Of the words of the link. */
    String messageKey();

    Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange);
}
