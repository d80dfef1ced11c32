package hub.platform.forms;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A typed date or time that we could read. What is wrong with one is said by the answer itself, beside its field. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Understood.Check.class)
public @interface Understood {
    /** The key for one that is empty; an empty one is fine without. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads the answer's own word. */
    final class Check implements ConstraintValidator<Understood, TypedAnswer> {
        private String missing = "";

        @Override
        public void initialize(Understood rule) {
            missing = rule.message();
        }

        @Override
        public boolean isValid(@Nullable TypedAnswer answer, ConstraintValidatorContext context) {
            if (answer == null || answer.isEmpty()) {
                return missing.isEmpty();
            }
            Unclear unclear = answer.unclear();
            if (unclear == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(unclear.messageKey()).addConstraintViolation();
            return false;
        }
    }
}
