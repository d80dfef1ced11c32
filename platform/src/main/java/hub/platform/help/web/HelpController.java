package hub.platform.help.web;

import hub.platform.about.AboutPages;
import hub.platform.help.OnCall;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
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
     * @param onCall hub carers to ring; empty for those who are not to have it
     * @param whatToDo sanitised HTML, from content/pages/help.md
     */
    record Now(List<OnCall.Line> onCall, String whatToDo) {}

    @GetMapping("/help")
    Mono<Rendering> help(Viewer viewer, ServerWebExchange exchange) {
        return onCall.now(viewer, exchange)
                .flatMap(lines -> Mono.justOrEmpty(pages.find("help"))
                        .map(page -> Pages.show("help/now", new Now(lines, page.html()))));
    }
}
