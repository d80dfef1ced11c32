package hub.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hub as {@code ./hub start} runs it: a process of its own, which can be stopped and killed. */
@SuppressWarnings("try")
final class HubProcess implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern JAVA_OPTIONS = Pattern.compile("(?m)^java_options=\"([^\"]+)\"$");

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private HubProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    static HubProcess start(String... arguments) throws Exception {
        return start(Map.of(), arguments);
    }

    static HubProcess start(Map<String, String> environment, String... arguments) throws Exception {
        HubProcess hub = launch("hub.launcher.Hub", environment, arguments);
        hub.ready.get(120, TimeUnit.SECONDS);
        return hub;
    }

    /** Does not wait: for starts that are meant to fail. */
    static HubProcess launch(String... arguments) throws IOException {
        return launch("hub.launcher.Hub", Map.of(), arguments);
    }

    /** One of the programs that {@code ./hub} runs, with more in its environment. */
    static HubProcess launch(String program, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions());
        command.addAll(List.of("-cp", Path.of("target", "run").toAbsolutePath() + "/*", program));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().remove("MONGODB_URI");
        builder.environment().remove("HEARTH_ISSUER");
        builder.environment().putAll(environment);
        return new HubProcess(builder.start());
    }

    /** What the script {@code hub} gives to Java. */
    private static List<String> javaOptions() throws IOException {
        Matcher options = JAVA_OPTIONS.matcher(Files.readString(ROOT.resolve("hub")));
        if (!options.find()) {
            throw new AssertionError("The script hub names no java_options");
        }
        return List.of(options.group(1).split(" "));
    }

    List<String> output() {
        return output;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It still runs:\n" + String.join("\n", output));
        }
        return process.exitValue();
    }

    /** As the system kills it for want of memory, or a person with kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The hub did not stop:\n" + String.join("\n", output));
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.contains("Ctrl-C stops it")) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        ready.completeExceptionally(new AssertionError("The hub ended:\n" + String.join("\n", output)));
    }
}
