package hub.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts a demo hub on a folder that is thrown away, looks at its main pages, and stops. {@code ./hub} runs it once after a build under
 * {@code -XX:AOTCacheOutput}: what the virtual machine learns of the program in it makes later starts about twice as fast.
 */
public final class Training {
    private static final int ROUNDS = 40;
    private static final Pattern THREAD = Pattern.compile("href=\"(/threads/[0-9a-z]+/[^\"?#/]+)\"");

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("hearth-training");
        try (RunningHub hub = RunningHub.start(new Options(freePort(), folder, false, ""), progress -> {})) {
            look(hub.origin());
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void look(String origin) {
        DemoVisit visit = new DemoVisit(origin);
        visit.get("/");
        int port = Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
        visit.signIn("http://localhost:" + (port + 1), "tasneem.akhtar@example.org", DemoSignIn.PASSWORD);
        String thread = DemoVisit.found(THREAD, visit.get("/").body());
        for (int round = 0; round < ROUNDS; round++) {
            for (String path :
                    new String[] {"/", thread, "/groups", "/library", "/news", "/me", "/help", "/search?q=sleep"}) {
                visit.get(path);
            }
        }
    }

    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket one = new ServerSocket(0);
                    ServerSocket next = new ServerSocket(one.getLocalPort() + 1)) {
                return next.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException taken) {
                // Another pair, then.
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
