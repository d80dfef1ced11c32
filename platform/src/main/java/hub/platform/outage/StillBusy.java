package hub.platform.outage;

/**
 * Another transaction kept what ours wanted to change for longer than we tried. Nothing was changed; the same may be asked again. It happens when a process was killed in the middle
 * of a transaction: MongoDB ends that some seconds later.
 */
public final class StillBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StillBusy(Throwable conflict) {
        super("Another transaction did not end while we tried", conflict);
    }
}
