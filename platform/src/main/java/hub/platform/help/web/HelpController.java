package hub.platform.help.web;

import hub.platform.about.AboutPages;
import hub.platform.help.OnCall;
import hub.platform.identity.Viewer;
import hub.platform.web.NotFound;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Get help now: numbers to tap first, then what to do. */
@Controller
class HelpController {
    private final AboutPages pages;
    private final OnCall onCall;

    HelpController(AboutPages pages, OnCall onCall) {
        this.pages = pages;
        this.onCall = onCall;
    }

    @GetMapping("/help")
    Mono<Rendering> help(Viewer viewer) {
        return onCall.now(viewer)
                .map(List::of)
                .defaultIfEmpty(List.of())
                .map(somebody -> Rendering.view("help/now")
                        .modelAttribute("page", pages.find("help").orElseThrow(NotFound::new))
                        .modelAttribute("onCall", somebody)
                        .build());
    }
}
