package hub.platform.about.web;

import hub.platform.about.AboutPages;
import hub.platform.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

@Controller
class AboutController {
    private final AboutPages pages;

    AboutController(AboutPages pages) {
        this.pages = pages;
    }

    @GetMapping("/about")
    Mono<Rendering> about() {
        return page("about");
    }

    @GetMapping("/about/{slug}")
    Mono<Rendering> page(@PathVariable String slug) {
        return Mono.justOrEmpty(pages.find(slug)).map(page -> Pages.show("about/page", page));
    }
}
