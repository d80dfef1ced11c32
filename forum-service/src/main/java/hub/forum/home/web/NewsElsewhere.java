package hub.forum.home.web;

import hub.platform.elsewhere.OtherService;
import hub.platform.pages.HomeNews;
import java.util.Map;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The news of a resources-service that is another process. */
final class NewsElsewhere {
    private final OtherService resources;

    NewsElsewhere(OtherService resources) {
        this.resources = resources;
    }

    Mono<NewsOnHome> askedBy(ServerWebExchange exchange) {
        return resources.isThere()
                ? resources
                        .fragment(HomeNews.PATH, Map.of(), exchange)
                        .map(NewsOnHome::of)
                        .defaultIfEmpty(NewsOnHome.AWAY)
                : Mono.just(NewsOnHome.NONE);
    }
}
