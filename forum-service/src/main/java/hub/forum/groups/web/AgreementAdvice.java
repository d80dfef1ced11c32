package hub.forum.groups.web;

import hub.forum.groups.AgreementFirst;
import hub.platform.web.Pages;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/** Leads a member who has yet to accept the agreement to it, wherever they wanted to go, and back there afterwards. */
@ControllerAdvice
class AgreementAdvice {

    @ExceptionHandler
    Rendering agreementFirst(AgreementFirst first, ServerWebExchange exchange) {
        String group = "/groups/" + first.group();
        return Pages.seeOther(group
                + "/agreement?return="
                + UriUtils.encode(wanted(exchange.getRequest(), group), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** What was sent cannot be sent again by a link: then the group itself. */
    private static String wanted(ServerHttpRequest request, String group) {
        URI uri = request.getURI();
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return request.getMethod() == HttpMethod.GET ? Pages.insideOr(path, group) : group;
    }
}
