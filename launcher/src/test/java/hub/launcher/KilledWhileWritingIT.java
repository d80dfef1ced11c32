package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import hub.launcher.HttpVisitor.Answer;
import hub.platform.mongo.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight people reply as fast as they can, and the program, or its MongoDB, is killed in the midst of it. Seven of them press the button again until
 * they are told that it worked; the eighth closes the phone at the first fault. Each reply of the seven is there once; of the eighth's none is there
 * twice; and the counters are right.
 */
@Timeout(2_400)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledWhileWritingIT {
    private static final int CRASHES = Integer.getInteger("hearth.test.crashes", 1);
    private static final int REPLIES = Integer.getInteger("hearth.test.replies", 240);
    /** Threads that take processor time from the hub meanwhile. */
    private static final int BUSY = Integer.getInteger("hearth.test.busy", 0);

    private static final List<String> PEOPLE =
            List.of("tasneem.akhtar", "marion.whitlock", "gwen.hughes", "amina.farah");
    private static final int CLIENTS = 8;
    private static final Pattern THREAD = Pattern.compile("href=\"(/threads/[0-9a-z]{12})/[^\"?#]+\"");

    @TempDir
    static Path data;

    private final String[] options = new String[4];
    private final List<HttpVisitor> visitors = new ArrayList<>();
    private final List<Thread> busy = new ArrayList<>();
    private HubProcess hub;
    private String thread;

    @BeforeAll
    void aHubWithEightPeopleInOneConversation() throws Exception {
        int port = Ports.freePair();
        System.arraycopy(new String[] {"--port", Integer.toString(port), "--data", data.toString()}, 0, options, 0, 4);
        DemoData.copyTo(data);
        hub = HubProcess.start(options);
        for (int i = 0; i < CLIENTS; i++) {
            visitors.add(new HttpVisitor("http://localhost:" + port)
                    .signedInAs(PEOPLE.get(i % PEOPLE.size()) + "@example.org"));
        }
        thread = oneThatAllMayRead();
        for (int i = 0; i < BUSY; i++) {
            busy.add(Thread.ofPlatform().daemon().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            }));
        }
    }

    @AfterAll
    void stop() throws Exception {
        busy.forEach(Thread::interrupt);
        hub.close();
    }

    @Test
    void whenTheProgramIsKilledEachReplyIsThereOnce() throws Exception {
        for (int crash = 0; crash < CRASHES; crash++) {
            survive("program " + crash, () -> {
                hub.kill();
                hub = HubProcess.start(options);
            });
        }
    }

    @Test
    void whenMongoIsKilledEachReplyIsThereOnce() throws Exception {
        for (int crash = 0; crash < CRASHES; crash++) {
            survive("mongod " + crash, () -> {
                String pid = Files.readString(data.resolve("mongod.lock")).strip();
                new ProcessBuilder("kill", "-KILL", pid).start().waitFor();
            });
        }
    }

    @FunctionalInterface
    private interface Crash {
        void happen() throws Exception;
    }

    private void survive(String what, Crash crash) throws Exception {
        Round round = new Round(what.replace(' ', '-'));
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                running.add(clients.submit(() -> {
                    round.write(number);
                    return null;
                }));
            }
            // At another moment each time, in the first half.
            int when = REPLIES / 10 + ThreadLocalRandom.current().nextInt(REPLIES * 2 / 5);
            await(300, () -> round.told.size() >= when);
            crash.happen();
            for (Future<?> client : running) {
                client.get(10, TimeUnit.MINUTES);
            }
        }
        round.check();
    }

    /** What one crash meets. */
    private final class Round {
        private final String name;
        /** Texts of replies that were answered with success. */
        private final Queue<String> told = new ConcurrentLinkedQueue<>();

        private final Map<String, Integer> tries = new ConcurrentHashMap<>();
        private final AtomicInteger given = new AtomicInteger();

        Round(String name) {
            this.name = name;
        }

        void write(int client) throws InterruptedException {
            for (int i = 0; i < REPLIES / CLIENTS; i++) {
                String text = "Round " + name + " client " + client + " reply " + i + " end";
                String key = Ids.next();
                while (!sent(client, text, key)) {
                    if (client == CLIENTS - 1) {
                        given.incrementAndGet();
                        return;
                    }
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                told.add(text);
            }
        }

        private boolean sent(int client, String text, String key) throws InterruptedException {
            tries.merge(text, 1, Integer::sum);
            try {
                Answer answer = visitors.get(client)
                        .post(thread + "/posts", "text", text, "parent", "", "formKey", key, "_csrf", tokenOf(client));
                assertThat(answer.status())
                        .as(() -> answer + "\n" + String.join("\n", hub.output()))
                        .isIn(303, 503);
                return answer.status() == 303;
            } catch (IOException cutOff) {
                return false;
            }
        }

        void check() throws Exception {
            try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:"
                    + Files.readString(data.resolve("mongod.port")).strip() + "/?directConnection=true")) {
                MongoCollection<Document> posts = client.getDatabase("hearth").getCollection("posts");
                MongoCollection<Document> threads = client.getDatabase("hearth").getCollection("threads");
                Map<String, Integer> there = new HashMap<>();
                posts.find(Filters.eq("thread", id()))
                        .map(post -> post.getString("markdown"))
                        .forEach(text -> there.merge(text, 1, Integer::sum));
                assertThat(told).doesNotHaveDuplicates();
                for (String text : told) {
                    assertThat(there.get(text)).as(text).isEqualTo(1);
                }
                assertThat(there.values()).as("how often each is there").containsOnly(1);
                assertThat(told.size()).isGreaterThanOrEqualTo(REPLIES / CLIENTS * (CLIENTS - 1));
                Document counted = Objects.requireNonNull(
                        threads.find(Filters.eq("_id", id())).first());
                long live = posts.countDocuments(Filters.and(Filters.eq("thread", id()), Filters.eq("live", true)));
                assertThat(counted.getInteger("postCount").longValue()).isEqualTo(live);
                Document last = Objects.requireNonNull(
                        posts.find(Filters.and(Filters.eq("thread", id()), Filters.eq("live", true)))
                                .sort(Sorts.descending("createdAt"))
                                .first());
                assertThat(counted.get("lastPost", Document.class).getDate("at"))
                        .isEqualTo(last.getDate("createdAt"));
                long retried = tries.values().stream().filter(n -> n > 1).count();
                System.out.println("figures: killed " + name + ": " + told.size() + " replies answered with success, "
                        + retried + " of them sent more than once, " + given + " given up, " + live + " posts counted "
                        + counted.getInteger("postCount"));
            }
        }
    }

    private String tokenOf(int client) throws IOException {
        return Objects.requireNonNull(tokens.get(client));
    }

    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();

    private String oneThatAllMayRead() throws Exception {
        Matcher threads = THREAD.matcher(visitors.getLast().get("/").body());
        while (threads.find()) {
            String path = threads.group(1);
            boolean all = true;
            for (int i = 0; i < CLIENTS; i++) {
                Answer form = visitors.get(i).get(path + "/reply");
                all &= form.status() == 200;
                if (form.status() == 200) {
                    tokens.put(i, form.field("_csrf"));
                }
            }
            if (all) {
                return path;
            }
        }
        throw new AssertionError("No conversation that all may read");
    }

    private String id() {
        return thread.substring("/threads/".length());
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private void await(int seconds, Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come about within " + seconds + " seconds; the hub said:\n"
                        + String.join("\n", hub.output()));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
