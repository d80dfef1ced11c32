package hub.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code wrk} and reads what it says. */
final class Wrk {
    static final int CONNECTIONS = 16;

    /** With pauses of whole milliseconds between them, so many come close to any rate. */
    static final int PACED_CONNECTIONS = 128;

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern MEAN = Pattern.compile("Latency\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern FAULTS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.+)");

    private Wrk() {}

    /** @param mean latency in milliseconds */
    record Result(double rate, double mean, double p99) {}

    static Result run(String url, Duration duration, @org.jspecify.annotations.Nullable Path script, String... headers)
            throws IOException, InterruptedException {
        return run(CONNECTIONS, url, duration, script, headers);
    }

    static Result run(
            int connections,
            String url,
            Duration duration,
            @org.jspecify.annotations.Nullable Path script,
            String... headers)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + duration.toSeconds() + "s", "--latency"));
        if (script != null) {
            command.addAll(List.of("-s", script.toString()));
        }
        for (String header : headers) {
            command.addAll(List.of("-H", header));
        }
        command.add(url);
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher faults = FAULTS.matcher(output);
        if (faults.find()) {
            throw new IllegalStateException("Not all was answered well at " + url + ":\n" + output);
        }
        return new Result(number(RATE, output), milliseconds(MEAN, output), milliseconds(P99, output));
    }

    private static double number(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said something else:\n" + output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double milliseconds(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said something else:\n" + output);
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            default -> value * 1000;
        };
    }

    /**
     * Draws paths from a file, evenly or by Zipf's law (the n-th is asked for 1/n as often as the first).
     *
     * @param pause between two requests of a connection, in milliseconds; 0 for none
     */
    static Path draw(Path folder, String name, Path paths, boolean zipf, long pause) throws IOException {
        return Files.writeString(folder.resolve(name + ".lua"), """
                local paths, weights, total = {}, {}, 0
                for line in io.lines("%s") do
                  paths[#paths + 1] = line
                  total = total + %s
                  weights[#weights + 1] = total
                end
                math.randomseed(%d)
                function request()
                  local at, low, high = math.random() * total, 1, #weights
                  while low < high do
                    local middle = math.floor((low + high) / 2)
                    if weights[middle] < at then low = middle + 1 else high = middle end
                  end
                  return wrk.format("GET", paths[low])
                end
                %s
                """.formatted(
                        paths,
                        zipf ? "1 / #paths" : "1",
                        zipf ? 7 : System.nanoTime() % 1_000_000,
                        pause > 0 ? "function delay() return " + pause + " end" : ""));
    }

    /** Replies to threads drawn evenly, each under a form key of its own. */
    static Path reply(Path folder, Path paths, String token, String writer, String text) throws IOException {
        return Files.writeString(folder.resolve("reply.lua"), """
                -- Of each run its own: a form key that comes again is a second tap, which is a different path through the hub.
                local paths, count, run = {}, 0, os.time()
                for line in io.lines("%s") do paths[#paths + 1] = line:match("(/threads/[^/]+)") .. "/posts" end
                math.randomseed(run)
                wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
                function request()
                  count = count + 1
                  return wrk.format("POST", paths[math.random(#paths)], nil,
                    "_csrf=%s&writer=%s&parent=&formKey=" .. run .. string.format("%%08d", count) .. "&text=" .. count .. "+%s")
                end
                """.formatted(
                        paths, token, writer, text.replace(' ', '+').replace("\n", "%%0A")));
    }
}
