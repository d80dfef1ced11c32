package hub.platform.security;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Duration;
import org.bson.Document;
import org.mongodb.spring.session.MongoSession;
import org.mongodb.spring.session.ReactiveMongoSessionRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Primary;
import org.springframework.session.MapSession;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The sessions in MongoDB, remembered while they do not change. To read one at each request, and to write back that it was read, cost more than
 * all the rest of a page; so the time of the last use is written at most once a minute.
 */
@Component
@Primary
class LightSessions implements ReactiveSessionRepository<LightSession> {
    private static final Duration ACCESS_IS_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 5_000;

    private final ReactiveMongoSessionRepository stored;
    private final Documents<Document> documents;
    private final DocumentCache<String, MapSession> byId;
    private final Duration beforeSignIn;

    LightSessions(
            ReactiveMongoSessionRepository stored,
            Collections collections,
            @Value("${hearth.session.before-sign-in}") Duration beforeSignIn) {
        this.stored = stored;
        this.documents = collections.of(ReactiveMongoSessionRepository.DEFAULT_COLLECTION_NAME, Document.class);
        this.byId = documents.cache(
                CacheKey.id(),
                MOST_REMEMBERED,
                // Quicker to copy than a MongoSession, which has each name to translate.
                id -> stored.findById(id).map(MapSession::new));
        this.beforeSignIn = beforeSignIn;
    }

    @Override
    public Mono<LightSession> createSession() {
        return Mono.fromSupplier(() -> LightSession.fresh(beforeSignIn));
    }

    @Override
    public Mono<LightSession> findById(String id) {
        return byId.get(id)
                .flatMap(session -> session.isExpired() ? deleteById(id).then(Mono.empty()) : Mono.just(session))
                .map(LightSession::of);
    }

    @Override
    public Mono<Void> save(LightSession session) {
        if (!isWorthWriting(session)) {
            return Mono.empty();
        }
        return Mono.defer(() -> write(session)).doOnSuccess(done -> session.stored());
    }

    private Mono<Void> write(LightSession session) {
        String storedId = session.storedId();
        if (storedId == null) {
            return insert(session);
        }
        if (session.hasOtherId()) {
            return insert(session).then(deleteById(storedId));
        }
        return change(session);
    }

    private static boolean isWorthWriting(LightSession session) {
        return session.hasOtherId()
                || session.isChanged()
                || session.sinceStoredAccess().compareTo(ACCESS_IS_NOTED_EVERY) >= 0;
    }

    private Mono<Void> insert(LightSession session) {
        MongoSession fresh = new MongoSession(
                session.getId(), session.getMaxInactiveInterval().toSeconds());
        session.copyTo(fresh);
        return documents.written(fresh.getId(), stored.save(fresh));
    }

    /** Onto the session as it is stored now: what another request changed in it meanwhile stays. One that was ended meanwhile stays ended. */
    private Mono<Void> change(LightSession session) {
        return stored.findById(session.getId()).flatMap(current -> {
            session.changeAlso(current);
            return documents.written(current.getId(), stored.save(current));
        });
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return documents.written(id, stored.deleteById(id));
    }
}
