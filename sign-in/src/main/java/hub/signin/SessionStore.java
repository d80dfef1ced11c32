package hub.signin;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import org.mongodb.spring.session.MongoIndexedSessionRepository;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The collection {@code sign_in_sessions}, beyond what Spring Session does with it. */
final class SessionStore {
    private final MongoIndexedSessionRepository sessions;

    SessionStore(MongoTemplate mongo, MongoIndexedSessionRepository sessions) {
        this.sessions = sessions;
        var collection = mongo.getCollection(ProviderConfiguration.SESSIONS);
        collection.createIndex(
                Indexes.ascending("expireAt"),
                new IndexOptions().name("expireAt").expireAfter(0L, TimeUnit.SECONDS));
        collection.createIndex(Indexes.ascending("principal"), new IndexOptions().sparse(true));
    }

    void endAllOf(String subject) {
        sessions.findByPrincipalName(subject).keySet().forEach(sessions::deleteById);
    }
}
