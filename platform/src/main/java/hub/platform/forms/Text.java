package hub.platform.forms;

import hub.platform.text.InputText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** How long a text is, in characters as a person counts them. Messages are keys of the bundles; {0} in them is how long it is. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {
    int least() default 0;

    int most();

    /** The key for one that is shorter, or has nothing in it that can be seen; empty for {@link #message}. */
    String missing() default "";

    /** The key for one that is longer. */
    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds a text to it. */
    final class Check implements ConstraintValidator<Text, String> {
        private int least;
        private int most;
        private String tooShort = "";
        private String tooLong = "";

        @Override
        public void initialize(Text rule) {
            least = rule.least();
            most = rule.most();
            tooLong = rule.message();
            tooShort = rule.missing().isEmpty() ? rule.message() : rule.missing();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            int length = text == null ? 0 : InputText.length(text);
            if (length < least || (least > 0 && text != null && text.isBlank())) {
                return no(tooShort, context);
            }
            return length <= most || no(tooLong, context);
        }

        private static boolean no(String key, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(key).addConstraintViolation();
            return false;
        }
    }
}
