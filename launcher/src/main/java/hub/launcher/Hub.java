package hub.launcher;

import hub.launcher.backup.BackupRefused;
import hub.mongod.CannotStart;
import java.util.List;

/** The program. */
public final class Hub {
    private Hub() {}

    public static void main(String[] arguments) {
        long began = System.nanoTime();
        try {
            RunningHub hub = RunningHub.start(Options.parse(List.of(arguments)), Hub::say);
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "stop"));
            hub.welcome(began).forEach(Hub::say);
        } catch (CannotRun | CannotStart | BackupRefused sentence) {
            System.err.println(sentence.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.err.println("Hearth did not start. What went wrong stands above.");
            System.exit(1);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
