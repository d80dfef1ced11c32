package hub.platform.web;

/** The person is known but not approved: awaiting, suspended or ended. The same answer for every address that is not public. */
final class NotApproved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotApproved() {
        super("not approved", null, false, false);
    }
}
