package hub.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What was typed after {@code ./hub start}.
 *
 * @param port where the hub listens, 1 to 65534; the embedded provider takes the one after it
 * @param empty no demo community: one administrator with a one-time link
 * @param origin where people find the hub, behind a proxy with TLS; empty for this machine alone, at its port
 */
record Options(int port, Path data, boolean empty, String origin) {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_534;
    private static final Pattern ORIGIN = Pattern.compile("https://[a-z0-9.-]+(?::[0-9]{1,5})?");

    /** @throws CannotRun with a sentence for whoever typed it */
    static Options parse(List<String> arguments) {
        int port = DEFAULT_PORT;
        Path data = Path.of("data");
        boolean empty = false;
        String origin = "";
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--port" -> port = port(value(option, rest));
                case "--data" -> data = Path.of(value(option, rest));
                case "--empty" -> empty = true;
                case "--origin" -> origin = origin(value(option, rest));
                default ->
                    throw new CannotRun(
                            "There is no option " + option
                                    + ". Try ./hub start --port 9000 --data DIR --empty --origin https://hearth.example.org, each of them if you wish.");
            }
        }
        return new Options(port, data.toAbsolutePath().normalize(), empty, origin);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new CannotRun(option + " wants a value after it.");
        }
        return rest.pop();
    }

    private static String origin(String text) {
        String origin = text.replaceFirst("/$", "").toLowerCase(Locale.ROOT);
        if (!ORIGIN.matcher(origin).matches()) {
            throw new CannotRun("--origin wants what people type, with https and without a path, such as"
                    + " https://hearth.example.org, not " + text + ".");
        }
        return origin;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new CannotRun("--port wants a number from 1 to " + HIGHEST_PORT + ", not " + text + ".");
    }
}
