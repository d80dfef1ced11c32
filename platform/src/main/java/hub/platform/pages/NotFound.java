package hub.platform.pages;

/** There is no such thing, or this viewer may not know of it: the two are answered alike. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
