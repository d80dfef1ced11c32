package hub.platform.forms;

import org.springframework.validation.Errors;

/** A form whose answers depend on each other: said here, after the rules that are declared on its fields. */
public interface Checked {
    /** @param errors to which is added what is wrong, by field and message key */
    void check(Errors errors);
}
