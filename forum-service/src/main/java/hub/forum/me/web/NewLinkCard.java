package hub.forum.me.web;

import hub.forum.me.NewLinkNotice;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** That somebody made a new link for the viewer, above all else on the home page until they say that they know. */
@Component
class NewLinkCard implements HomeCard {
    private final NewLinkNotice notice;

    NewLinkCard(NewLinkNotice notice) {
        this.notice = notice;
    }

    @Override
    public Place place() {
        return Place.TOP;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return notice.of(viewer).filter(said -> !said.isEmpty()).map(said -> new Fragment("me/new-link", "card", said));
    }
}
