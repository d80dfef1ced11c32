package hub.platform.security;

import hub.platform.viewer.SignInMoment;
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

    /** In a request's attributes: it is asked for several times in each. */
    private static final String LOADED = SessionLimits.class.getName();

    private final WebSessionServerSecurityContextRepository sessions = new WebSessionServerSecurityContextRepository();
    private final Duration absolute;
    private final Clock clock;

    SessionLimits(Duration absolute, Clock clock) {
        this.absolute = absolute;
        this.clock = clock;
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
                        .flatMap(session -> isTooOld(session) ? SignInMoment.end(session) : Mono.empty())
                        .then(sessions.load(exchange))
                        .doOnNext(context -> exchange.getAttributes().put(LOADED, context));
    }

    private boolean isTooOld(WebSession session) {
        Instant began = SignInMoment.of(session);
        return began.isAfter(Instant.EPOCH) && clock.instant().isAfter(began.plus(absolute));
    }
}
