package hub.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A service from its executable jar: a process of its own that knows nothing but its environment. */
@SuppressWarnings("try")
final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private ServiceProcess(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Does not wait until it is ready.
     *
     * @param service the module, such as {@code forum-service}
     * @param folder where it runs and logs
     */
    static ServiceProcess launch(String service, int port, Path folder, Map<String, String> environment)
            throws IOException {
        int managementPort = Ports.free();
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("HEARTH_MANAGEMENT_PORT", Integer.toString(managementPort));
        settings.put("HEARTH_FORWARD_HEADERS", "native");
        Path log = Files.createTempFile(folder, service + "-", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar(service).toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HEARTH_") || name.startsWith("MONGODB_"));
        builder.environment().putAll(settings);
        return new ServiceProcess(builder.start(), log, port, managementPort);
    }

    private static Path jar(String service) throws IOException {
        Path target = Path.of("..", service, "target").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no executable jar in " + target));
        }
    }

    ServiceProcess awaitReady() throws IOException {
        if (!Awaiting.isTrueWithin(
                        PATIENCE,
                        () -> !process.isAlive() || managed("/health/readiness").startsWith("200"))
                || !process.isAlive()) {
            throw new AssertionError("The service did not get ready:\n" + Files.readString(log));
        }
        return this;
    }

    /** Status and body of a path of the management port; empty while nobody answers. */
    String managed(String path) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String origin() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    List<String> output() throws IOException {
        return Files.readAllLines(log);
    }

    /** Asks it to end, as Docker and systemd do, and does not wait. */
    void askToStop() {
        process.destroy();
    }

    /** How long it took to end after it was asked to. */
    void awaitEnd(Duration patience) throws InterruptedException, IOException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It did not stop:\n" + Files.readString(log));
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        askToStop();
        awaitEnd(Duration.ofSeconds(40));
    }
}
