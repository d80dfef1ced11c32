package hub.forum.background.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.queue.QueueHealth;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** That work failed for good, on an administrator's home page. */
@Component
@Order(70)
class BackgroundCard implements HomeCard {
    private static final int MOST_COUNTED = 100;

    private final QueueHealth health;

    BackgroundCard(QueueHealth health) {
        this.health = health;
    }

    /** @param count to 100 */
    record Card(long count) {}

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return viewer.administrator()
                ? health.setAside(MOST_COUNTED)
                        .count()
                        .filter(count -> count > 0)
                        .map(count -> new Fragment("background/home", "failed", new Card(count)))
                : Mono.empty();
    }
}
