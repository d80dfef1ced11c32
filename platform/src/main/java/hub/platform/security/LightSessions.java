package hub.platform.security;

import hub.platform.cache.DocumentCache;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.MapSession;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The sessions in MongoDB, remembered while they do not change. To read one at each request, and to write back that it was read, cost more than
 * all the rest of a page; so the time of the last use is written at most once a minute.
 */
@Component
class LightSessions implements ReactiveSessionRepository<LightSession> {
    private static final Duration ACCESS_IS_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 5_000;

    private final SessionStore stored;
    private final DocumentCache<String, MapSession> byId;
    private final Duration beforeSignIn;

    LightSessions(SessionStore stored, @Value("${hearth.session.before-sign-in}") Duration beforeSignIn) {
        this.stored = stored;
        this.byId = stored.cache(MOST_REMEMBERED);
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
            return stored.insert(session);
        }
        if (session.hasOtherId()) {
            return stored.insert(session).then(deleteById(storedId));
        }
        return session.isChanged() ? stored.change(session) : stored.touch(session);
    }

    private static boolean isWorthWriting(LightSession session) {
        return session.hasOtherId()
                || session.isChanged()
                || session.sinceStoredAccess().compareTo(ACCESS_IS_NOTED_EVERY) >= 0;
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return stored.delete(id);
    }
}
