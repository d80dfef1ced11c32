package hub.platform.guard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a text of a form that other people will read: {@link Guard} looks at it before it is sent. What it finds is shown beside the field, and the writer changes it, takes general
 * words, or says why it is to be posted as it is. For a {@code String} component of a form's record.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Careful {
    /** Whether the audit log keeps that somebody posted it after a warning; not where others must not learn who wrote. */
    boolean kept() default true;
}
