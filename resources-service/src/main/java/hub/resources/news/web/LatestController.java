package hub.resources.news.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.HomeNews;
import hub.platform.pages.Pages;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What the home page of another process shows of this service: asked for with the reader's session, so their rights are looked up here. */
@Controller
class LatestController {
    private final HomeNews news;

    LatestController(HomeNews news) {
        this.news = news;
    }

    record Latest(List<HomeNews.Line> lines) {}

    @GetMapping(HomeNews.PATH)
    Mono<Rendering> latest(Viewer viewer) {
        return news.latest(viewer, HomeNews.ON_HOME).map(lines -> Pages.show("news/latest", new Latest(lines)));
    }
}
