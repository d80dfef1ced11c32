package hub.testkit;

import hub.mongod.ManagedMongod;
import hub.mongod.MongodBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The MongoDB of a test run: in a container where Docker answers, else a managed mongod in a temporary folder. One server for each JVM, a
 * database for each test class.
 */
public final class TestMongo {
    private static final UnaryOperator<String> URI = start();

    private TestMongo() {}

    /** An address with the database in it. */
    public static String uri(String database) {
        return URI.apply(database);
    }

    private static UnaryOperator<String> start() {
        return dockerAnswers() ? container() : managed();
    }

    private static boolean dockerAnswers() {
        boolean mayAnswer = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return mayAnswer && DockerClientFactory.instance().isDockerAvailable();
    }

    private static UnaryOperator<String> container() {
        // Lives as long as the JVM: Testcontainers removes it afterwards.
        @SuppressWarnings("resource")
        MongoDBContainer container = new MongoDBContainer("mongo:8.0").withReplicaSet();
        container.start();
        System.out.println("MongoDB for these tests: a container of mongo:8.0");
        return container::getReplicaSetUrl;
    }

    private static UnaryOperator<String> managed() {
        try {
            Path data = Files.createTempDirectory("hearth-test-mongo");
            Path program = new MongodBinary().find(System.out::println);
            ManagedMongod mongod = ManagedMongod.start(program, data, line -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                mongod.close();
                deleteTree(data);
            }));
            System.out.println("MongoDB for these tests: " + program + ", managed");
            return mongod::uri;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // A temporary folder; the system clears it.
        }
    }
}
