package hub.platform.mongo;

/** A lease ran out or went to another while its work was going on; the work was cancelled. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(String name, String why) {
        super("The lease " + name + " was lost, and its work cancelled: " + why);
    }
}
