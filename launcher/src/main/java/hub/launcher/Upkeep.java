package hub.launcher;

import hub.launcher.backup.Backup;
import hub.launcher.backup.BackupRefused;
import hub.launcher.backup.Passphrase;
import hub.launcher.backup.Restore;
import hub.mongod.CannotStart;
import hub.mongod.ManagedMongod;
import hub.mongod.MongodBinary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./hub backup} and {@code ./hub restore}. */
public final class Upkeep {
    private Upkeep() {}

    public static void main(String[] arguments) {
        try {
            UpkeepOptions options = UpkeepOptions.parse(List.of(arguments));
            Passphrase passphrase = Passphrase.of(System.getenv());
            say(options.restore() ? restore(options, passphrase) : backup(options, passphrase, System.getenv()));
            System.exit(0);
        } catch (CannotRun | CannotStart | BackupRefused sentence) {
            System.err.println(sentence.getMessage());
            System.exit(1);
        }
    }

    private static String restore(UpkeepOptions options, Passphrase passphrase) {
        Restore restore = new Restore(options.file(), passphrase, new MongodBinary().find(Upkeep::say), Upkeep::say);
        long documents = restore.into(options.data());
        return "Restored " + documents + " documents into " + options.data()
                + ". Everybody signs in again. Start it with ./hub start --data " + options.data();
    }

    private static String backup(UpkeepOptions options, Passphrase passphrase, Map<String, String> environment) {
        Path data = options.data();
        String given = environment.getOrDefault("MONGODB_URI", "");
        if (!given.isBlank()) {
            return backup(given, options, passphrase);
        }
        if (!Files.exists(data.resolve("WiredTiger"))) {
            throw new CannotRun("There is no hub in the folder " + data + ". Name its folder with --data.");
        }
        if (ManagedMongod.isHeld(data)) {
            return backup(ManagedMongod.uriOn(data, "hearth"), options, passphrase);
        }
        try (ManagedMongod mongod = ManagedMongod.start(new MongodBinary().find(Upkeep::say), data, Upkeep::say)) {
            return backup(mongod.uri("hearth"), options, passphrase);
        }
    }

    private static String backup(String mongoUri, UpkeepOptions options, Passphrase passphrase) {
        Backup.Made made = new Backup(mongoUri, passphrase).into(options.file());
        return "Made " + made.file() + ", and read it back whole: " + made.documents() + " documents, " + made.bytes()
                + " bytes.";
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
