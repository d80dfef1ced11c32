package hub.launcher.backup;

/** Why there is no backup or nothing was restored, in one sentence that says what to do. */
public final class BackupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
