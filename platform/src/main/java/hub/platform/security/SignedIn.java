package hub.platform.security;

import hub.platform.forms.KeptForm;
import hub.platform.signin.ReturnAddress;
import hub.platform.viewer.SignInMoment;
import java.net.URI;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** After signing in: first to what was typed before the session ended, else to where the reader wanted to go. */
final class SignedIn implements ServerAuthenticationSuccessHandler {
    private static final URI KEPT = URI.create("/sign-in/kept");

    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final ServerRequestCache returnAddress;
    private final Duration idle;

    /** @param idle how long the session lasts without use from now on */
    SignedIn(ServerRequestCache returnAddress, Duration idle) {
        this.returnAddress = returnAddress;
        this.idle = idle;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange filter, Authentication authentication) {
        ServerWebExchange exchange = filter.getExchange();
        return exchange.getSession()
                .doOnNext(SignInMoment::begin)
                .doOnNext(session -> session.setMaxIdleTime(idle))
                .flatMap(session -> target(exchange, session, authentication))
                .flatMap(target -> {
                    ReturnAddress.forget(exchange);
                    return redirect.sendRedirect(exchange, target);
                });
    }

    private Mono<URI> target(ServerWebExchange exchange, WebSession session, Authentication authentication) {
        KeptForm kept = session.getAttribute(KeptForm.ATTRIBUTE);
        if (kept != null && kept.writer() != null && kept.writer().equals(authentication.getName())) {
            return Mono.just(KEPT);
        }
        session.getAttributes().remove(KeptForm.ATTRIBUTE);
        return returnAddress.getRedirectUri(exchange).defaultIfEmpty(URI.create("/"));
    }
}
