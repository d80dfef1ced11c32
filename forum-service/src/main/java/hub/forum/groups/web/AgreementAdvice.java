package hub.forum.groups.web;

import hub.forum.groups.AgreementFirst;
import hub.platform.pages.Pages;
import hub.platform.signin.KeptForms;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Leads a member who has yet to accept the agreement to it, wherever they wanted to go, and back there afterwards. */
@ControllerAdvice
class AgreementAdvice {

    private final KeptForms kept;

    AgreementAdvice(KeptForms kept) {
        this.kept = kept;
    }

    @ExceptionHandler
    Mono<Rendering> agreementFirst(AgreementFirst first, ServerWebExchange exchange) {
        Mono<Void> keep = exchange.getRequest().getMethod() == HttpMethod.POST ? kept.keep(exchange) : Mono.empty();
        return keep.thenReturn(Pages.seeOther("/groups/" + first.group()
                + "/agreement?return="
                + UriUtils.encode(wanted(exchange.getRequest(), first.group()), StandardCharsets.UTF_8)));
    }

    /** What was sent is kept, and shown with a button that sends it. */
    private static String wanted(ServerHttpRequest request, String group) {
        if (request.getMethod() == HttpMethod.POST) {
            return KeptForms.PAGE;
        }
        URI uri = request.getURI();
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return Pages.insideOr(path, "/groups/" + group);
    }
}
