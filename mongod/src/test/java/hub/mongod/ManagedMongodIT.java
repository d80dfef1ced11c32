package hub.mongod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@org.junit.jupiter.api.Timeout(60)
class ManagedMongodIT {
    static Path program;

    @TempDir
    Path data;

    @BeforeAll
    static void findTheProgram() {
        program = new MongodBinary().find(System.out::println);
    }

    @Test
    void keepsWhatWasWrittenOverARestart() {
        try (ManagedMongod mongod = start()) {
            write(mongod, "kept");
        }
        try (ManagedMongod mongod = start()) {
            assertThat(read(mongod)).isEqualTo("kept");
        }
    }

    @Test
    void stopsWithItsOwnerAndFreesTheFolder() {
        ManagedMongod mongod = start();
        long pid = mongod.pid();
        mongod.close();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        start().close();
    }

    @Test
    void refusesASecondOwnerOfTheFolderInOneSentence() {
        try (ManagedMongod mongod = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another Hearth is running on the data folder");
            assertThat(mongod.pid()).isPositive();
        }
    }

    @Test
    void isStartedAgainWhenItIsKilledAndLosesNothing() throws Exception {
        try (ManagedMongod mongod = start()) {
            write(mongod, "safe");
            ProcessHandle killed = ProcessHandle.of(mongod.pid()).orElseThrow();
            killed.destroyForcibly();
            assertThat(read(mongod)).isEqualTo("safe");
            assertThat(mongod.pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void whatAKilledHubHeldInATransactionIsFreeAfterSeconds() {
        try (ManagedMongod mongod = start();
                MongoClient killed = MongoClients.create(mongod.uri("test"));
                MongoClient other = MongoClients.create(mongod.uri("test"))) {
            write(mongod, "before");
            ClientSession left = killed.startSession();
            left.startTransaction();
            notes(killed).updateOne(left, new Document(), Updates.set("held", true));
            // Waits as long as the transaction holds the document.
            notes(other).updateOne(new Document(), Updates.set("free", true));
            assertThat(notes(other).find().first()).containsEntry("free", true).doesNotContainKey("held");
        }
    }

    @Test
    void takesAnotherPortWhenTheOldOneIsTaken() throws Exception {
        int port;
        try (ManagedMongod mongod = start()) {
            write(mongod, "moved");
            port = Integer.parseInt(mongod.address().split(":")[1]);
        }
        try (ServerSocket taken = hangingUp(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
                ManagedMongod mongod = start()) {
            assertThat(mongod.address()).doesNotEndWith(":" + taken.getLocalPort());
            assertThat(read(mongod)).isEqualTo("moved");
            write(mongod, "and writes");
        }
    }

    @Test
    void aFreshFolderIsSmall() throws Exception {
        try (ManagedMongod mongod = start()) {
            write(mongod, "x");
        }
        try (var files = Files.walk(data)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertThat(bytes).isLessThan(40_000_000);
        }
    }

    /** Another program that wants nothing of us: mongod looks for itself at its old address first. */
    private static ServerSocket hangingUp(ServerSocket taken) {
        Thread.ofVirtual().start(() -> {
            while (!taken.isClosed()) {
                try {
                    taken.accept().close();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return taken;
    }

    private ManagedMongod start() {
        return ManagedMongod.start(program, data, line -> {});
    }

    private static MongoCollection<Document> notes(MongoClient client) {
        return client.getDatabase("test").getCollection("notes");
    }

    private static void write(ManagedMongod mongod, String text) {
        try (MongoClient client = MongoClients.create(mongod.uri("test"))) {
            notes(client).drop();
            notes(client).insertOne(new Document("text", text));
        }
    }

    private static String read(ManagedMongod mongod) {
        try (MongoClient client = MongoClients.create(mongod.uri("test"))) {
            return client.getDatabase("test")
                    .getCollection("notes")
                    .find()
                    .first()
                    .getString("text");
        }
    }
}
