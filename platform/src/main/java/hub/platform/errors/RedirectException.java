package hub.platform.errors;

/** Something must be done first, such as reading a group's agreement: the reader is led there with 303. */
public final class RedirectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    public RedirectException(String path) {
        super(path, null, false, false);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
