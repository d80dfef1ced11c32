package hub.forum.moderation;

/** Whoever was warned says that they have read it before they say anything else. Led there by this feature's own advice. */
public final class WarningFirst extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String act;

    WarningFirst(String act) {
        super("warning first", null, false, false);
        this.act = act;
    }

    public String act() {
        return act;
    }
}
