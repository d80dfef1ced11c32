package hub.signin;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import hub.testkit.TestMongo;
import org.bson.Document;

/** What the provider has in its database, for a test to look at or to make old. */
final class Stored {
    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestMongo.uri("test")))
            .applicationName("test")
            .build());

    private Stored() {}

    static MongoDatabase in(String database) {
        return CLIENT.getDatabase(database);
    }

    static MongoCollection<Document> people(String database) {
        return in(database).getCollection("sign_in_people");
    }

    static MongoCollection<Document> attempts(String database) {
        return in(database).getCollection("sign_in_attempts");
    }

    static MongoCollection<Document> sessions(String database) {
        return in(database).getCollection("sign_in_sessions");
    }
}
