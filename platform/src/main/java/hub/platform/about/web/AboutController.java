package hub.platform.about.web;

import hub.platform.about.AboutPages;
import hub.platform.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;

@Controller
class AboutController {
    private final AboutPages pages;

    AboutController(AboutPages pages) {
        this.pages = pages;
    }

    @GetMapping("/about")
    Rendering about() {
        return page("about");
    }

    @GetMapping("/about/{slug}")
    Rendering page(@PathVariable String slug) {
        return Rendering.view("about/page")
                .modelAttribute("page", pages.find(slug).orElseThrow(NotFound::new))
                .build();
    }
}
