package hub.signin;

/** Somebody signs in with this email already. */
public final class EmailInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmailInUse() {
        super("Somebody signs in with this email already", null, false, false);
    }
}
