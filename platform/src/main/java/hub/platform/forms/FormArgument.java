package hub.platform.forms;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebExchangeDataBinder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/**
 * Reads a {@link Form} from a request. Its record is made by its constructor alone: a field under any other name, such as {@code text[$ne]}, is passed over.
 */
@Component
class FormArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {
    private final FormRules rules;
    private final ConfigurableWebBindingInitializer byConstructor = new ConfigurableWebBindingInitializer();

    FormArgument(FormRules rules) {
        this.rules = rules;
        byConstructor.setDeclarativeBinding(true);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        WebExchangeDataBinder binder = new WebExchangeDataBinder(null, Form.NAME);
        byConstructor.initBinder(binder);
        binder.setTargetType(ResolvableType.forMethodParameter(parameter).getGeneric(0));
        return binder.construct(exchange).then(Mono.fromSupplier(() -> form(binder)));
    }

    private Form<Object> form(WebExchangeDataBinder binder) {
        Object value = binder.getTarget();
        if (value == null) {
            throw new ServerWebInputException("What was sent makes no form: " + binder.getTargetType());
        }
        rules.check(value, binder.getBindingResult());
        return new Form<>(value, binder.getBindingResult(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
