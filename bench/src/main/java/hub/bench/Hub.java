package hub.bench;

import hub.launcher.DemoVisit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A hub started as a user starts it, with one carer signed in. */
final class Hub implements AutoCloseable {
    private static final Pattern WRITER = Pattern.compile("name=\"writer\" value=\"([^\"]+)\"");

    private final Process process;
    private final int port;
    private final Path data;
    private final double secondsToFirstPage;
    private final DemoVisit visit;

    private Hub(Process process, int port, Path data, long began) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.visit = new DemoVisit(origin());
        awaitFirstPage();
        this.secondsToFirstPage = (System.nanoTime() - began) / 1e9;
    }

    static Hub start(int port, Path data) throws IOException {
        return start(port, data, Map.of());
    }

    /** @param settings in the process's environment */
    static Hub start(int port, Path data, Map<String, String> settings) throws IOException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder("./hub", "start", "--port", "" + port, "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of(data + ".log").toFile());
        builder.environment().putAll(settings);
        return new Hub(builder.start(), port, data, began);
    }

    private void awaitFirstPage() {
        while (process.isAlive()) {
            try {
                if (visit.get("/").statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("The hub did not start; see " + data + ".log");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    String origin() {
        return "http://localhost:" + port;
    }

    String mongoUri() throws IOException {
        return "mongodb://127.0.0.1:"
                + Files.readString(data.resolve("mongod.port")).strip() + "/?directConnection=true";
    }

    /** Resident memory of the Java process, in MiB. */
    long residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    void signIn(String username, String password) {
        visit.signIn("http://localhost:" + (port + 1), username, password);
        // A page with a form sets the cookie of the form token, which no other page asks for.
        visit.get("/me");
    }

    String get(String path) {
        return visit.get(path).body();
    }

    /** The header with which {@code wrk} comes as the person who signed in. */
    String cookieHeader() {
        return "Cookie: HEARTH_SESSION=" + visit.cookie("HEARTH_SESSION") + "; HEARTH_CSRF="
                + visit.cookie("HEARTH_CSRF");
    }

    static String writerIn(String page) {
        return DemoVisit.found(WRITER, page);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
