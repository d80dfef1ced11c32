package hub.platform.identity;

/**
 * The viewer may not do this. Answered as 404 like something that never existed, unless the viewer may know of the thing; see
 * {@link hub.platform.errors.ErrorPages}.
 */
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAllowed() {
        super("not allowed", null, false, false);
    }
}
