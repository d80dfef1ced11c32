package hub.platform.web;

import hub.platform.identity.Viewer;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the layout asks of every page. */
@ControllerAdvice
class PageModel {
    private final Site site;
    private final CurrentViewer viewers;

    PageModel(Site site, CurrentViewer viewers) {
        this.site = site;
        this.viewers = viewers;
    }

    /** Forms are records, made by their constructors: a field under any other name, such as {@code text[$ne]}, is passed over. */
    @InitBinder
    void byConstructorAlone(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    @ModelAttribute("site")
    Site site() {
        return site;
    }

    @ModelAttribute("viewer")
    Mono<Viewer> viewer(ServerWebExchange exchange) {
        return viewers.of(exchange);
    }

    @ModelAttribute(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME)
    Mono<CsrfToken> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null ? Mono.empty() : token;
    }
}
