package hub.forum.home.web;

import hub.platform.elsewhere.OtherService;
import hub.platform.identity.Viewer;
import hub.platform.pages.HomeNews;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** News for the home page: of this process where the service that publishes is in it too, else asked of that service. */
@Component
class LatestNews {
    private final ObjectProvider<HomeNews> here;
    private final NewsElsewhere elsewhere;

    LatestNews(ObjectProvider<HomeNews> here, OtherService resources) {
        this.here = here;
        this.elsewhere = new NewsElsewhere(resources);
    }

    /** Never fails for want of the other service, and never waits for it longer than {@link OtherService#PATIENCE}. */
    Mono<NewsOnHome> of(Viewer viewer, ServerWebExchange exchange) {
        HomeNews news = here.getIfAvailable();
        return news == null
                ? elsewhere.askedBy(exchange)
                : news.latest(viewer, HomeNews.ON_HOME).map(NewsOnHome::of);
    }
}
