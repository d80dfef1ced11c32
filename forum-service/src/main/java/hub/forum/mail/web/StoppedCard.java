package hub.forum.mail.web;

import hub.platform.identity.Viewer;
import hub.platform.mail.StoppedAddressStore;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** That some addresses take no mail, on an administrator's home page. */
@Component
@Order(80)
class StoppedCard implements HomeCard {
    private final StoppedAddressStore stopped;

    StoppedCard(StoppedAddressStore stopped) {
        this.stopped = stopped;
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
                ? stopped.all(viewer)
                        .count()
                        .filter(count -> count > 0)
                        .map(count -> new Fragment("mail/home", "stopped", new Card(count)))
                : Mono.empty();
    }
}
