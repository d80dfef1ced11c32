package hub.platform.viewer;

import java.time.Instant;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** When a session began with a sign-in, and its end before its time. */
public final class SignInMoment {
    private static final String BEGAN = "signed-in-at";

    private SignInMoment() {}

    public static void begin(WebSession session) {
        session.getAttributes().put(BEGAN, Instant.now().toEpochMilli());
    }

    public static boolean isSignedIn(WebSession session) {
        return session.getAttribute(WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME)
                != null;
    }

    /** When the request's session began with a sign-in; the epoch if it is not known. */
    public static Mono<Instant> of(ServerWebExchange exchange) {
        return exchange.getSession().map(SignInMoment::of);
    }

    /** When a session began with a sign-in; the epoch if it is not known. */
    public static Instant of(WebSession session) {
        Long began = session.getAttribute(BEGAN);
        return began == null ? Instant.EPOCH : Instant.ofEpochMilli(began);
    }

    /**
     * Ends what a session stands for, in a request that goes on: under another id, so that the old one is worth nothing, and empty, so that what is
     * typed in this request can be kept in it. In one that is invalid nothing can.
     */
    public static Mono<Void> end(WebSession session) {
        session.getAttributes().clear();
        return session.changeSessionId();
    }
}
