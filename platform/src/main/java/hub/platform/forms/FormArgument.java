package hub.platform.forms;

import hub.platform.requests.Upload;
import hub.platform.time.Times;
import java.beans.PropertyEditorSupport;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.BindParamNameResolver;
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
    private static final Validator NOTHING = Validator.forInstanceOf(Void.class, (none, errors) -> {});

    private final FormRules rules;
    private final Clock clock;
    private final ConfigurableWebBindingInitializer byConstructor = new ConfigurableWebBindingInitializer();

    FormArgument(FormRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        byConstructor.setDeclarativeBinding(true);
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
        WebExchangeDataBinder binder = new WebExchangeDataBinder(null, Form.NAME);
        byConstructor.initBinder(binder);
        binder.setNameResolver(new BindParamNameResolver());
        binder.registerCustomEditor(String.class, new FirstOfSeveral());
        binder.registerCustomEditor(Boolean.class, new Ticked());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        binder.registerCustomEditor(TypedDate.class, new Read(typed -> TypedDate.read(typed, today)));
        binder.registerCustomEditor(TypedTime.class, new Read(TypedTime::read));
        binder.registerCustomEditor(Upload.class, new OneFile());
        binder.setTargetType(ResolvableType.forMethodParameter(parameter).getGeneric(0));
        return binder.construct(exchange).then(Mono.fromSupplier(() -> form(binder)));
    }

    private Form<Object> form(WebExchangeDataBinder binder) {
        Object value = binder.getTarget();
        if (value == null) {
            throw new ServerWebInputException("What was sent makes no form: " + binder.getTargetType());
        }
        // Not the binder's own: that was made before there was a record to ask.
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(value, Form.NAME);
        errors.addAllErrors(binder.getBindingResult());
        rules.check(value, errors);
        return new Form<>(value, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Of a field that came twice the first counts; Spring would join them with a comma. */
    private static final class FirstOfSeveral extends PropertyEditorSupport {
        @Override
        public void setValue(@Nullable Object sent) {
            super.setValue(sent instanceof List<?> several && !several.isEmpty() ? several.getFirst() : sent);
        }

        @Override
        public void setAsText(String sent) {
            setValue(sent);
        }
    }

    /** What is typed in words of one's own is read when it comes in: "tomorrow" is meant from the day on which it was sent. */
    private static final class Read extends PropertyEditorSupport {
        private final Function<String, TypedAnswer> read;

        Read(Function<String, TypedAnswer> read) {
            this.read = read;
        }

        @Override
        public void setValue(@Nullable Object sent) {
            Object first = sent instanceof List<?> several && !several.isEmpty() ? several.getFirst() : sent;
            super.setValue(first instanceof String typed ? read.apply(typed) : first);
        }

        @Override
        public void setAsText(String sent) {
            setValue(sent);
        }
    }

    /** A box is ticked or it is not, whatever else is sent. */
    private static final class Ticked extends PropertyEditorSupport {
        @Override
        public void setValue(@Nullable Object sent) {
            super.setValue("true".equals(sent) || Boolean.TRUE.equals(sent));
        }

        @Override
        public void setAsText(String sent) {
            setValue(sent);
        }
    }

    /** A text in the place of a file is none, and of several files the first counts. */
    private static final class OneFile extends PropertyEditorSupport {
        @Override
        public void setValue(@Nullable Object sent) {
            Object first = sent instanceof List<?> several && !several.isEmpty() ? several.getFirst() : sent;
            super.setValue(first instanceof Upload file ? file : null);
        }

        @Override
        public void setAsText(String sent) {
            setValue(sent);
        }
    }
}
