package hub.platform.guard;

import java.util.List;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps that somebody was warned and posted all the same. */
public interface PostedAnyway {
    /** @param kinds what they were warned of, never the words */
    Mono<Void> keep(ServerWebExchange exchange, List<String> kinds, String why);
}
