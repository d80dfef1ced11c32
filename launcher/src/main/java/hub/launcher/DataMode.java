package hub.launcher;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.ConnectionString;
import org.bson.Document;

/** Whether a database holds the demo or is a council's own. Settled at its first start, for good: a hub started empty never has demo people. */
final class DataMode {
    private static final String ID = "mode";

    private DataMode() {}

    /**
     * @return whether this is the demo
     * @throws CannotRun if an empty hub is asked for on a database that holds the demo
     */
    static boolean settle(String mongoUri, boolean empty) {
        ConnectionString address = new ConnectionString(mongoUri);
        try (MongoClient client = MongoClients.create(address)) {
            String database = address.getDatabase() == null ? "hearth" : address.getDatabase();
            MongoCollection<Document> launcher =
                    client.getDatabase(database).getCollection("launcher");
            Document settled = launcher.find(new Document("_id", ID)).first();
            if (settled == null) {
                launcher.insertOne(new Document("_id", ID).append("demo", !empty));
                return !empty;
            }
            boolean demo = settled.getBoolean("demo", false);
            if (demo && empty) {
                throw new CannotRun(
                        "This data folder holds the demo community. For an empty hub choose another folder with --data.");
            }
            return demo;
        }
    }
}
