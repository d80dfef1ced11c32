package hub.platform.identity;

/**
 * A change that was refused because of the state things are in, with the key of the sentence that says why and what to do.
 * Pages show it beside the form with status 409 or 422; what was typed is kept.
 */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient Object[] arguments;

    public Rejected(String messageKey, Object... arguments) {
        super(messageKey, null, false, false);
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
