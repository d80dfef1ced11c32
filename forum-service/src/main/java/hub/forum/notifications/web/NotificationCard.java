package hub.forum.notifications.web;

import hub.forum.notifications.Notifications;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.pages.MastheadCount;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How much is new for the viewer: above the home page, and beside "Me" on every page. */
@Component
@Order(5)
class NotificationCard implements HomeCard, MastheadCount {
    private final Notifications notifications;

    NotificationCard(Notifications notifications) {
        this.notifications = notifications;
    }

    /** @param count to 99 */
    record Card(long count) {}

    @Override
    public Place place() {
        return Place.TOP;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return notifications
                .unseen(viewer)
                .filter(count -> count > 0)
                .map(count -> new Fragment("notifications/home", "card", new Card(count)));
    }

    @Override
    public Mono<Long> of(Viewer viewer) {
        return notifications.unseen(viewer);
    }
}
