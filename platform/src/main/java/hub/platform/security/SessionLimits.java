package hub.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Ends a session that is older than the absolute limit, however busy it was. The idle limit is the session store's. */
public final class SessionLimits implements ServerSecurityContextRepository {
    /** The cookie that names the session; the same for all services of an origin. */
    public static final String COOKIE = "HEARTH_SESSION";

    private static final String BEGAN = "signed-in-at";

    /** In a request's attributes: it is asked for several times in each. */
    private static final String LOADED = SessionLimits.class.getName();

    private final WebSessionServerSecurityContextRepository sessions = new WebSessionServerSecurityContextRepository();
    private final Duration absolute;
    private final Clock clock;

    SessionLimits(Duration absolute, Clock clock) {
        this.absolute = absolute;
        this.clock = clock;
    }

    static void begin(WebSession session) {
        session.getAttributes().put(BEGAN, Instant.now().toEpochMilli());
    }

    static boolean isSignedIn(WebSession session) {
        return session.getAttribute(WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME)
                != null;
    }

    /**
     * Ends what a session stands for, in a request that goes on: under another id, so that the old one is worth nothing, and empty, so that what is
     * typed in this request can be kept in it. In one that is invalid nothing can.
     */
    public static Mono<Void> end(WebSession session) {
        session.getAttributes().clear();
        return session.changeSessionId();
    }

    /** When the request's session began with a sign-in; the epoch if it is not known. */
    public static Mono<Instant> began(ServerWebExchange exchange) {
        return exchange.getSession().map(session -> {
            Long began = session.getAttribute(BEGAN);
            return began == null ? Instant.EPOCH : Instant.ofEpochMilli(began);
        });
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        exchange.getAttributes().remove(LOADED);
        return sessions.save(exchange, context);
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        SecurityContext loaded = exchange.getAttribute(LOADED);
        return loaded != null
                ? Mono.just(loaded)
                : exchange.getSession()
                        .flatMap(session -> isTooOld(session) ? end(session) : Mono.empty())
                        .then(sessions.load(exchange))
                        .doOnNext(context -> exchange.getAttributes().put(LOADED, context));
    }

    private boolean isTooOld(WebSession session) {
        Long began = session.getAttribute(BEGAN);
        return began != null
                && clock.instant().isAfter(Instant.ofEpochMilli(began).plus(absolute));
    }
}
