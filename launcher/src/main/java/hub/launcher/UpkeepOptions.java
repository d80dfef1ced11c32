package hub.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was typed after {@code ./hub}: {@code backup FILE} or {@code restore FILE}.
 *
 * @param data the hub's folder; of a restore, the one to make
 */
record UpkeepOptions(boolean restore, Path file, Path data) {

    /** @throws CannotRun with a sentence for whoever typed it */
    static UpkeepOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        String what = rest.pop();
        boolean restore = what.equals("restore");
        Path file = null;
        Path data = null;
        while (!rest.isEmpty()) {
            String next = rest.pop();
            if (next.equals("--data") && !rest.isEmpty()) {
                data = Path.of(rest.pop());
            } else if (file == null && !next.startsWith("--")) {
                file = Path.of(next);
            } else {
                throw new CannotRun(
                        "./hub " + what + " does not know " + next + ". Try ./hub " + what + " FILE --data DIR.");
            }
        }
        if (file == null) {
            throw new CannotRun("Name the file: ./hub " + what + " FILE --data DIR.");
        }
        if (data == null) {
            if (restore) {
                throw new CannotRun("Name the folder to restore into: ./hub restore " + file + " --data DIR.");
            }
            data = Path.of("data");
        }
        return new UpkeepOptions(
                restore,
                file.toAbsolutePath().normalize(),
                data.toAbsolutePath().normalize());
    }
}
