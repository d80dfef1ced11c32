package hub.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Caddy with deploy/Caddyfile. Tests are skipped, loudly, where there is none, and fail where CI asks for them. */
@SuppressWarnings("try")
final class Caddy implements AutoCloseable {
    private final Process process;
    private final Path log;

    private Caddy(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Path find() {
        Path program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "caddy"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (program == null) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("There is no Caddy, and CI=true wants the tests with many processes run.");
            }
            System.err.println(
                    "SKIPPED: there is no Caddy for the tests with many processes. Install the package caddy.");
            Assumptions.abort("There is no Caddy");
        }
        return program;
    }

    /** @param folder for what Caddy keeps and logs */
    static Caddy start(Path folder, Map<String, String> environment) throws IOException {
        return start("Caddyfile", folder, environment);
    }

    /** @param name of the file in deploy/ */
    static Caddy start(String name, Path folder, Map<String, String> environment) throws IOException {
        Path file = Path.of("..", "deploy", name).toAbsolutePath();
        Path log = folder.resolve("caddy.log");
        ProcessBuilder builder = new ProcessBuilder(
                        find().toString(), "run", "--config", file.toString(), "--adapter", "caddyfile")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "HOME", folder.toString(),
                        "XDG_CONFIG_HOME", folder.toString(),
                        "XDG_DATA_HOME", folder.toString()));
        return new Caddy(builder.start(), log);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
