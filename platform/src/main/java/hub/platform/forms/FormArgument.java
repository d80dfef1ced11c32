package hub.platform.forms;

import hub.platform.guard.Advice;
import hub.platform.guard.FormGuard;
import hub.platform.guard.GuardAnswer;
import hub.platform.guard.PostedAnyway;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.WebExchangeDataBinder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads a {@link Form} from a request. Its record is made by its constructor alone: a field under any other name, such as {@code text[$ne]}, is passed over.
 */
@Component
class FormArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {
    private static final Validator NOTHING = Validator.forInstanceOf(Void.class, (none, errors) -> {});

    private final FormReader reader;
    private final FormGuard guard;
    private final ObjectProvider<PostedAnyway> postedAnyway;

    FormArgument(FormReader reader, FormGuard guard, ObjectProvider<PostedAnyway> postedAnyway) {
        this.reader = reader;
        this.guard = guard;
        this.postedAnyway = postedAnyway;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(this);
    }

    /** Forms are checked here alone; the one that Spring would make of the library asks for an expression language that nothing here needs. */
    @Override
    public Validator getValidator() {
        return NOTHING;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        ResolvableType form = ResolvableType.forMethodParameter(parameter).getGeneric(0);
        WebExchangeDataBinder answer = reader.binder(ResolvableType.forClass(GuardAnswer.class));
        WebExchangeDataBinder binder = reader.binder(form);
        return binder.construct(exchange).then(answer.construct(exchange)).then(Mono.defer(() -> {
            Form<Object> read = reader.form(binder);
            return answer.getTarget() instanceof GuardAnswer given
                            && !(read.value() instanceof Unsent words && words.unsent())
                            && !read.hasErrors()
                            && guard.isFor(read.value())
                    ? Mono.defer(() -> looked(read, given, exchange)).subscribeOn(Schedulers.boundedElastic())
                    : Mono.just(read);
        }));
    }

    /** What the guard says of it; what somebody posts all the same is kept before it is. */
    private Mono<Form<Object>> looked(Form<Object> form, GuardAnswer answer, ServerWebExchange exchange) {
        Object general = guard.general(form.value(), answer);
        if (general != form.value()) {
            return Mono.just(Form.of(general).wrong("guard.general"));
        }
        Advice advice = guard.advice(form.value(), answer);
        if (advice != null) {
            boolean warned = advice.seen().equals(answer.guardSeen());
            return Mono.just(form.advised(advice, warned ? "guard.why" : "guard.found"));
        }
        List<String> anyway = guard.postedAnyway(form.value(), answer);
        return Mono.justOrEmpty(postedAnyway.getIfAvailable())
                .filter(keep -> !anyway.isEmpty())
                .flatMap(keep -> keep.keep(exchange, anyway, answer.guardWhy()))
                .thenReturn(form);
    }
}
