package hub.resources.news.web;

import hub.platform.pages.Pages;
import hub.platform.pages.Share;
import hub.resources.audiences.Audience;
import hub.resources.publishing.Publication;
import hub.resources.publishing.State;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** What other sites show of a link to the news: of what is public, and of nothing else. */
@Component
class Sharing {
    private final String address;

    /** @param address the hub's own */
    Sharing(@Value("${hearth.mail.address}") String address) {
        this.address = address;
    }

    Rendering of(Rendering page, Publication item) {
        return isPublic(item)
                ? Pages.shared(page, new Share(item.title(), item.words().summary(), address + item.path()))
                : page;
    }

    static boolean isPublic(Publication item) {
        return item.state() == State.PUBLISHED && item.audience() == Audience.PUBLIC;
    }
}
