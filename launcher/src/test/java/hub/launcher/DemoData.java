package hub.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The data folder of a hub that has loaded its demo: loaded once for a run of tests, copied for each class that begins with it, but for the port of its MongoDB. */
final class DemoData {
    private static Path loaded;

    private DemoData() {}

    /** @param data an empty folder, which holds the demo afterwards */
    static void copyTo(Path data) throws Exception {
        Path from = loaded();
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("mongod.port"))
                    .forEach(file -> copy(file, data.resolve(from.relativize(file))));
        }
    }

    private static synchronized Path loaded() throws Exception {
        if (loaded == null) {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "demo-data")), "loaded");
            HubProcess.start(
                            "--port",
                            Integer.toString(Ports.freePair()),
                            "--data",
                            folder.toAbsolutePath().toString())
                    .close();
            loaded = folder;
        }
        return loaded;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
