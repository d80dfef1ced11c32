package hub.forum.home.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What staff published lately, on the home page. */
@Component
@Order(20)
class NewsCard implements HomeCard {
    private final LatestNews news;

    NewsCard(LatestNews news) {
        this.news = news;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return news.of(viewer, exchange).map(latest -> new Fragment("home/news", "card", latest));
    }
}
