package hub.signin;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.mongodb.spring.session.AbstractMongoSessionConverter;
import org.mongodb.spring.session.MongoIndexedSessionRepository;
import org.mongodb.spring.session.MongoSession;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The collection {@code sign_in_sessions}. A session is inserted once, when it begins, and after that only changed where it still is: the library's save would
 * insert again what a sign-out or a new link has ended meanwhile.
 */
final class SessionStore extends MongoIndexedSessionRepository {
    private static final String SESSIONS = "sign_in_sessions";
    private static final String EXPIRE_AT = "expireAt";
    private static final TypeDescriptor SESSION = TypeDescriptor.valueOf(MongoSession.class);
    private static final TypeDescriptor DOCUMENT = TypeDescriptor.valueOf(Document.class);

    private final MongoTemplate mongo;
    private final AbstractMongoSessionConverter converter;

    SessionStore(MongoTemplate mongo, AbstractMongoSessionConverter converter) {
        super(mongo);
        this.mongo = mongo;
        this.converter = converter;
        setCollectionName(SESSIONS);
        setMongoSessionConverter(converter);
        setDefaultMaxInactiveInterval(ProviderConfiguration.BEFORE_SIGN_IN);
        var collection = mongo.getCollection(SESSIONS);
        collection.createIndex(
                Indexes.ascending(EXPIRE_AT), new IndexOptions().name(EXPIRE_AT).expireAfter(0L, TimeUnit.SECONDS));
        collection.createIndex(Indexes.ascending("principal"), new IndexOptions().sparse(true));
    }

    @Override
    public MongoSession createSession() {
        MongoSession fresh = super.createSession();
        super.save(fresh);
        return fresh;
    }

    /** Does nothing where the session has been ended. An id never changes here: {@link BrowserSession} begins another session. */
    @Override
    public void save(MongoSession session) {
        Document changed = (Document) Objects.requireNonNull(converter.convert(session, SESSION, DOCUMENT));
        // The library forgets to count from a limit that was changed.
        Date expireAt = Date.from(session.getLastAccessedTime().plus(session.getMaxInactiveInterval()));
        Update update = new Update()
                .set("accessed", changed.get("accessed"))
                .set("interval", changed.get("interval"))
                .set("principal", changed.get("principal"))
                .set("attr", new Binary((byte[]) Objects.requireNonNull(changed.get("attr"))))
                .set(EXPIRE_AT, expireAt);
        mongo.updateFirst(query(where("_id").is(session.getId())), update, SESSIONS);
    }

    void endAllOf(String subject) {
        mongo.remove(query(where("principal").is(subject)), SESSIONS);
    }
}
