package hub.platform.viewer;

import hub.platform.identity.Viewer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The viewer as an argument of a controller's method. */
@Component
class ViewerArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {
    private final CurrentViewer viewers;

    ViewerArgument(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return viewers.of(exchange).cast(Object.class);
    }
}
