package hub.signin;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import hub.mongod.ManagedMongod;
import hub.mongod.MongodBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** One server for the whole run, a database for each test class. */
final class TestMongo {
    private static final Path DATA = folder();
    private static final ManagedMongod SERVER =
            ManagedMongod.start(new MongodBinary().find(System.out::println), DATA, line -> {});
    private static final MongoClient CLIENT = MongoClients.create(SERVER.uri("test"));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestMongo::stop));
    }

    private TestMongo() {}

    static String uri(String database) {
        return SERVER.uri(database);
    }

    static MongoDatabase database(String name) {
        return CLIENT.getDatabase(name);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("hearth-sign-in");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static void stop() {
        CLIENT.close();
        SERVER.close();
        try (var files = Files.walk(DATA)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            System.err.println("Left behind: " + DATA);
        }
    }
}
