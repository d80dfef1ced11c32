package hub.platform.help.web;

import hub.platform.about.AboutPages;
import hub.platform.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Get help now: numbers to tap first, then what to do. */
@Controller
class HelpController {
    private final AboutPages pages;

    HelpController(AboutPages pages) {
        this.pages = pages;
    }

    @GetMapping("/help")
    Rendering help() {
        return Rendering.view("help/now")
                .modelAttribute("page", pages.find("help").orElseThrow(NotFound::new))
                .build();
    }
}
