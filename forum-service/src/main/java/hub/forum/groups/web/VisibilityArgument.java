package hub.forum.groups.web;

import hub.forum.groups.Visibility;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the viewer may see, as an argument of a controller's method. */
@Component
class VisibilityArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {
    private final CurrentVisibility visibility;

    VisibilityArgument(CurrentVisibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visibility.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return visibility.of(exchange).cast(Object.class);
    }
}
