package hub.platform.security;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.util.Date;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;
import org.mongodb.spring.session.AbstractMongoSessionConverter;
import org.mongodb.spring.session.MongoSession;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.session.MapSession;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The collection {@code sessions}, in the session library's format. Not by the library's repository: that one reads and then saves, and its save inserts again
 * what was deleted in between, so that a session came back after its sign-out.
 */
@Component
class SessionStore {
    static final String SESSIONS = "sessions";

    private static final String ID = "_id";
    private static final String ACCESSED = "accessed";
    private static final String EXPIRE_AT = "expireAt";
    private static final String ATTRIBUTES = "attr";
    private static final TypeDescriptor SESSION = TypeDescriptor.valueOf(MongoSession.class);
    private static final TypeDescriptor DOCUMENT = TypeDescriptor.valueOf(Document.class);
    /** How many requests of one browser may change its session at the same moment. */
    private static final int MOST_TRIES = 20;

    private final Documents<Document> sessions;
    private final AbstractMongoSessionConverter converter;

    SessionStore(Collections collections, AbstractMongoSessionConverter converter) {
        this.sessions = collections.of(SESSIONS, Document.class);
        this.converter = converter;
    }

    /** Sessions by id, as they are stored. */
    DocumentCache<String, MapSession> cache(int most) {
        return sessions.cache(CacheKey.id(), most, this::find);
    }

    /** The session as it is stored, also if it has expired; empty if there is none. A MapSession, as it is quicker to copy than a MongoSession. */
    Mono<MapSession> find(String id) {
        return document(id).map(document -> new MapSession(session(document)));
    }

    Mono<Void> insert(LightSession session) {
        MongoSession fresh = new MongoSession(
                session.getId(), session.getMaxInactiveInterval().toSeconds());
        session.copyTo(fresh);
        return sessions.insert(document(fresh)).then();
    }

    /** Notes the last use; does nothing if the session was ended meanwhile. */
    Mono<Void> touch(LightSession session) {
        Date expireAt = Date.from(session.getLastAccessedTime().plus(session.getMaxInactiveInterval()));
        Update use = new Update()
                .max(ACCESSED, Date.from(session.getLastAccessedTime()))
                .max(EXPIRE_AT, expireAt);
        return sessions.change(Documents.byId(session.getId()), use).then();
    }

    /**
     * Onto the session as it is stored now: what another request changed in it meanwhile stays. One that was ended meanwhile stays ended.
     *
     * @return an IllegalStateException if the session goes on being changed by others
     */
    Mono<Void> change(LightSession session) {
        return Mono.defer(() -> document(session.getId()))
                .flatMap(current -> changeUnlessChanged(session, current))
                .defaultIfEmpty(true)
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(MOST_TRIES, Function.identity())
                .then();
    }

    private Mono<Boolean> changeUnlessChanged(LightSession session, Document current) {
        MongoSession next = session(current);
        session.changeAlso(next);
        Update update = new Update();
        document(next).forEach((name, value) -> {
            if (!name.equals(ID)) {
                update.set(name, value);
            }
        });
        return sessions.change(
                        query(where(ID).is(session.getId()).and(ATTRIBUTES).is(current.get(ATTRIBUTES))), update)
                .hasElement();
    }

    Mono<Void> delete(String id) {
        return sessions.remove(Documents.byId(id)).then();
    }

    private Mono<Document> document(String id) {
        return sessions.find(id);
    }

    private MongoSession session(Document stored) {
        return (MongoSession) Objects.requireNonNull(converter.convert(stored, DOCUMENT, SESSION));
    }

    private Document document(MongoSession session) {
        Document document = (Document) Objects.requireNonNull(converter.convert(session, SESSION, DOCUMENT));
        document.put(ATTRIBUTES, new Binary((byte[]) Objects.requireNonNull(document.get(ATTRIBUTES))));
        return document;
    }
}
