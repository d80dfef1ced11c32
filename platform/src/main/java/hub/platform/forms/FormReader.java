package hub.platform.forms;

import hub.platform.requests.Upload;
import hub.platform.time.Times;
import java.beans.PropertyEditorSupport;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.support.BindParamNameResolver;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebExchangeDataBinder;
import org.springframework.web.server.ServerWebInputException;

/** Makes forms of what was sent, now or on a page before. A record is made by its constructor alone: a field under any other name is passed over. */
@Component
public class FormReader {
    private final FormRules rules;
    private final Clock clock;
    private final ConfigurableWebBindingInitializer byConstructor = new ConfigurableWebBindingInitializer();

    FormReader(FormRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        byConstructor.setDeclarativeBinding(true);
    }

    WebExchangeDataBinder binder(ResolvableType type) {
        WebExchangeDataBinder binder = new WebExchangeDataBinder(null, Form.NAME);
        byConstructor.initBinder(binder);
        binder.setNameResolver(new BindParamNameResolver());
        binder.registerCustomEditor(String.class, new FirstOfSeveral());
        binder.registerCustomEditor(Boolean.class, new Ticked());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        binder.registerCustomEditor(TypedDate.class, new Read(typed -> TypedDate.read(typed, today)));
        binder.registerCustomEditor(TypedTime.class, new Read(TypedTime::read));
        binder.registerCustomEditor(Upload.class, new OneFile());
        binder.setTargetType(type);
        return binder;
    }

    Form<Object> form(DataBinder binder) {
        Object value = binder.getTarget();
        if (value == null) {
            throw new ServerWebInputException("What was sent makes no form: " + binder.getTargetType());
        }
        // Not the binder's own: that was made before there was a record to ask.
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(value, Form.NAME);
        errors.addAllErrors(binder.getBindingResult());
        rules.check(value, errors);
        return new Form<>(value, errors, HttpStatus.UNPROCESSABLE_CONTENT, null);
    }

    /**
     * A form of answers that were given on several pages.
     *
     * @param answers by the name of the field
     */
    @SuppressWarnings("unchecked")
    public <R> Form<R> read(Class<R> type, Map<String, List<String>> answers) {
        WebExchangeDataBinder binder = binder(ResolvableType.forClass(type));
        binder.construct(new Given(answers));
        return (Form<R>) form(binder);
    }

    private record Given(Map<String, List<String>> answers) implements DataBinder.ValueResolver {
        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            List<String> given = answers.get(name);
            if (given == null || given.isEmpty()) {
                return null;
            }
            return type.isAssignableFrom(Set.class) || type.isAssignableFrom(List.class) ? given : given.getFirst();
        }

        @Override
        public Set<String> getNames() {
            return answers.keySet();
        }
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
