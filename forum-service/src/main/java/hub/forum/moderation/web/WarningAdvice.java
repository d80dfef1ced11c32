package hub.forum.moderation.web;

import hub.forum.moderation.WarningFirst;
import hub.platform.pages.Pages;
import hub.platform.signin.KeptForms;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Leads whoever was warned to the warning. What they were about to post is kept, and shown afterwards with a button that sends it. */
@ControllerAdvice
class WarningAdvice {
    private final KeptForms kept;

    WarningAdvice(KeptForms kept) {
        this.kept = kept;
    }

    @ExceptionHandler
    Mono<Rendering> warningFirst(WarningFirst first, ServerWebExchange exchange) {
        return kept.keep(exchange)
                .thenReturn(Pages.seeOther("/moderation/acts/" + first.act() + "?back="
                        + UriUtils.encode(KeptForms.PAGE, StandardCharsets.UTF_8)));
    }
}
