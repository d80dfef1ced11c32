package hub.platform.mail;

/** The server says that there is no such address. */
final class AddressRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AddressRefused() {
        super("The mail server refused the address", null, false, false);
    }
}
