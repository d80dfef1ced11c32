package hub.platform.forms;

/** A form's record that may come without being sent to anybody yet: to be seen as it will look, or to be kept as a draft. The confidentiality guard has nothing to say of it then. */
public interface Unsent {
    boolean unsent();
}
