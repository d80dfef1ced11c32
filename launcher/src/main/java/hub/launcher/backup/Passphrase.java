package hub.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What backups are encrypted with. It comes from the environment or a file, never from the command line, which everybody on the machine may read. */
public final class Passphrase {
    private static final String FILE = "HEARTH_BACKUP_PASSPHRASE_FILE";
    private static final String WORDS = "HEARTH_BACKUP_PASSPHRASE";
    private static final int SHORTEST = 12;

    private final String words;

    private Passphrase(String words) {
        this.words = words;
    }

    /** @throws BackupRefused if there is none, or it has fewer than 12 characters */
    public static Passphrase of(Map<String, String> environment) {
        String file = environment.getOrDefault(FILE, "");
        String words = file.isBlank() ? environment.getOrDefault(WORDS, "") : read(Path.of(file));
        if (words.isEmpty()) {
            throw new BackupRefused("Backups are encrypted: name a file that holds a passphrase in " + FILE
                    + ", or set " + WORDS + ".");
        }
        if (words.length() < SHORTEST) {
            throw new BackupRefused("The passphrase for backups is too short: it needs 12 characters or more.");
        }
        return new Passphrase(words);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new BackupRefused("The file " + file + ", which " + FILE + " names, cannot be read.");
        }
    }

    char[] characters() {
        return words.toCharArray();
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
