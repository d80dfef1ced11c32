package hub.launcher;

/** Why the hub does not start, in one sentence that says what to do. */
final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence, null, false, false);
    }
}
