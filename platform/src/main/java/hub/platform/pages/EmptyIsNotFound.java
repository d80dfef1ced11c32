package hub.platform.pages;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.reactive.result.view.ViewResolutionResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A controller that answers {@code Mono<Rendering>} and stays empty found nothing that this viewer may know of: 404, without a word in each controller. */
@Component
class EmptyIsNotFound implements HandlerResultHandler, Ordered {
    private final ViewResolutionResultHandler views;

    EmptyIsNotFound(ViewResolutionResultHandler views) {
        this.views = views;
    }

    @Override
    public boolean supports(HandlerResult result) {
        return Mono.class.equals(result.getReturnType().resolve())
                && Rendering.class.equals(result.getReturnType().getGeneric(0).resolve());
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        if (!(result.getReturnValue() instanceof Mono<?> answer)) {
            return views.handleResult(exchange, result);
        }
        return views.handleResult(
                exchange,
                new HandlerResult(
                        result.getHandler(),
                        answer.switchIfEmpty(Mono.error(NotFound::new)),
                        result.getReturnTypeSource(),
                        result.getBindingContext()));
    }

    /** Before the handler that it stands in front of. */
    @Override
    public int getOrder() {
        return views.getOrder() - 1;
    }
}
