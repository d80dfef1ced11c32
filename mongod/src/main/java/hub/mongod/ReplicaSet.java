package hub.mongod;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;

/** Makes the mongod on a port the primary of a replica set of one. */
final class ReplicaSet {
    static final String NAME = "hearth";
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int INVALID_CONFIG = 93;

    private final int port;

    ReplicaSet(int port) {
        this.port = port;
    }

    /**
     * Returns when the node accepts writes.
     *
     * @param diagnosis a sentence when there is no use in waiting on, else empty
     */
    void becomePrimary(Duration patience, Supplier<String> diagnosis) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (MongoClient client = MongoClients.create(settings())) {
            MongoDatabase admin = client.getDatabase("admin");
            while (!isPrimary(admin)) {
                String sentence = diagnosis.get();
                if (!sentence.isEmpty()) {
                    throw new CannotStart(sentence);
                }
                if (System.nanoTime() > deadline) {
                    throw new CannotStart("MongoDB did not become ready within " + patience.toSeconds()
                            + " seconds. Its own log, mongod.log in the data folder, says why.");
                }
                pause();
            }
        }
    }

    private boolean isPrimary(MongoDatabase admin) {
        try {
            if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                return true;
            }
            configure(admin);
        } catch (MongoException notYet) {
            // It is still starting.
        }
        return false;
    }

    private void configure(MongoDatabase admin) {
        Document config = new Document("_id", NAME)
                .append("version", 1)
                .append("members", List.of(new Document("_id", 0).append("host", "127.0.0.1:" + port)));
        try {
            admin.runCommand(new Document("replSetGetStatus", 1));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == NOT_YET_INITIALIZED) {
                admin.runCommand(new Document("replSetInitiate", config));
            } else if (e.getErrorCode() == INVALID_CONFIG) {
                // The port is another than last time, so the node does not find itself in its own configuration.
                admin.runCommand(
                        new Document("replSetReconfig", config.append("version", 1_000_000)).append("force", true));
            }
        }
    }

    private MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port + "/?directConnection=true"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                // The driver's own pause before it tries a refused connection again, half a second, is longer than
                // mongod takes to start.
                .applyToServerSettings(server -> server.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS)
                        .heartbeatFrequency(20, TimeUnit.MILLISECONDS))
                .build();
    }

    /** Nothing tells when an election is over: it has to be asked again. Called by the launcher's own thread, before anything serves. */
    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for MongoDB.", e);
        }
    }
}
