package hub.platform.errors;

/** The person is known but not approved: awaiting, suspended or ended. The same answer for every address that is not public. */
public final class NotApproved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotApproved() {
        super("not approved", null, false, false);
    }
}
