package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded provider waits for MongoDB in the process of the hub: whatever it waits on must not be what all else needs. It hung for good once. */
@Timeout(300)
@SuppressWarnings("try")
class ManySignInsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CLIENTS = 4;
    private static final int INVITATIONS = 2_000;

    @TempDir
    Path data;

    @Test
    void manyAtOnceAreAnsweredByAHubWithTheOptionsOfItsScript() throws Exception {
        int port = Ports.freePair();
        String origin = "http://localhost:" + port;
        DemoData.copyTo(data);
        try (HubProcess hub = HubProcess.start("--port", Integer.toString(port), "--data", data.toString());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                work.add(() -> invitationsAskedFor("http://localhost:" + (port + 1)));
            }
            DemoSignIn.read().people().stream()
                    .limit(8)
                    .forEach(person -> work.add(() -> signedIn(origin, person.username())));
            assertThat(work).hasSize(CLIENTS + 8);

            for (Future<Integer> done : threads.invokeAll(work, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                assertThat(done.isCancelled()).as("not answered in time").isFalse();
                assertThat(done.get()).isIn(200, INVITATIONS / CLIENTS);
            }
            assertThat(new HttpVisitor(origin).get("/help").status()).isEqualTo(200);
            assertThat(hub.output()).noneMatch(line -> line.contains("Exception"));
        }
    }

    /** On a busy machine the hub may say that it is to be tried again, which is an answer; a request without one ends the test. */
    private static int signedIn(String origin, String username) throws Exception {
        HttpVisitor visitor = new HttpVisitor(origin);
        HttpVisitor.Answer answer = visitor.signIn(username);
        while (answer.status() == 503) {
            answer = visitor.signIn(username);
        }
        assertThat(answer.response().uri().toString()).startsWith(origin);
        return visitor.get("/groups").status();
    }

    /** Links that nobody was given: each is looked for in MongoDB. */
    private static int invitationsAskedFor(String provider) throws Exception {
        HttpVisitor stranger = new HttpVisitor(provider);
        int answered = 0;
        for (int i = 0; i < INVITATIONS / CLIENTS; i++) {
            assertThat(stranger.get("/invitation/nobodys-" + i).status()).isEqualTo(404);
            answered++;
        }
        return answered;
    }
}
