package hub.platform.forms;

import hub.platform.text.InputText;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Objects;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Holds a form to the rules that are declared on its record. Messages are not interpolated: they are keys, which the page looks up. */
@Component
public class FormRules implements DisposableBean {
    private final ValidatorFactory factory = Validation.byDefaultProvider()
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private final Validator validator = factory.getValidator();

    /** @param errors to which is added what is wrong, by field and message key */
    public void check(Object form, Errors errors) {
        for (ConstraintViolation<Object> wrong : validator.validate(form)) {
            String key = wrong.getMessageTemplate();
            errors.rejectValue(wrong.getPropertyPath().toString(), key, arguments(wrong.getInvalidValue()), key);
        }
        if (form instanceof Checked more) {
            more.check(errors);
        }
    }

    /** Of the sentence that says what is wrong: how long a text is, what a typed date or time was about. */
    private static Object[] arguments(@Nullable Object answer) {
        return switch (answer) {
            case String text -> new Object[] {InputText.length(text)};
            case TypedAnswer typed -> new Object[] {typed.about()};
            case null, default -> new Object[0];
        };
    }

    /** A form whose answers were completed by what is known already, such as the kind of a thing that is changed. */
    public <T> Form<T> checked(T value) {
        Form<T> form = Form.of(value);
        check(Objects.requireNonNull(value), form.errors());
        return form;
    }

    @Override
    public void destroy() {
        factory.close();
    }
}
