package hub.launcher;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the launcher remembers in the database, in the collection {@code launcher}: a value for a name. */
final class Marks {
    private Marks() {}

    static @Nullable String read(String mongoUri, String name) {
        return in(mongoUri, marks -> {
            Document mark = marks.find(new Document("_id", name)).first();
            return mark == null ? null : mark.getString("value");
        });
    }

    static void write(String mongoUri, String name, String value) {
        in(
                mongoUri,
                marks -> marks.replaceOne(
                        new Document("_id", name),
                        new Document("_id", name).append("value", value),
                        new ReplaceOptions().upsert(true)));
    }

    private static <T extends @Nullable Object> T in(String mongoUri, Function<MongoCollection<Document>, T> work) {
        ConnectionString address = new ConnectionString(mongoUri);
        String database = address.getDatabase();
        try (MongoClient client = MongoClients.create(address)) {
            return work.apply(
                    client.getDatabase(database == null ? "hearth" : database).getCollection("launcher"));
        }
    }
}
