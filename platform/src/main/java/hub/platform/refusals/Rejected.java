package hub.platform.refusals;

/** A change that was refused because of the state things are in. Pages show why beside the form; what was typed is kept. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal why;
    private final transient Object[] arguments;

    /** @param arguments for the sentence */
    public Rejected(Refusal why, Object... arguments) {
        super(why.messageKey(), null, false, false);
        this.why = why;
        this.arguments = arguments.clone();
    }

    public boolean is(Refusal refusal) {
        return refusal.equals(why);
    }

    public Refusal why() {
        return why;
    }

    public String messageKey() {
        return why.messageKey();
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
