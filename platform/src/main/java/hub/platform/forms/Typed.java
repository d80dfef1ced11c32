package hub.platform.forms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field of a form in which people write, and that no {@link Text} holds to a length. When a form cannot be taken, what was written is given back. */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Typed {
    /** Whether it is long, and shown by itself rather than as a line among others. */
    boolean isLong() default false;
}
