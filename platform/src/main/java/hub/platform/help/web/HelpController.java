package hub.platform.help.web;

import hub.platform.about.AboutPages;
import hub.platform.help.OnCall;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.site.Site;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param onCall the hub carer's number; null if nobody is on call, or for those who are not to have it
     * @param whatToDo sanitised HTML, from content/pages/help.md
     */
    record Now(Site.@Nullable Number onCall, String whatToDo) {}

    @GetMapping("/help")
    Mono<Rendering> help(Viewer viewer) {
        return onCall.now(viewer)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(number -> Mono.justOrEmpty(pages.find("help"))
                        .map(page -> Pages.show("help/now", new Now(number.orElse(null), page.html()))));
    }
}
