package hub.platform.security;

import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Leads a reader who is not signed in to the sign-in, and keeps where they wanted to go and what they had typed. */
final class SignInAgain implements ServerAuthenticationEntryPoint {
    static final URI START = URI.create("/oauth2/authorization/hearth");

    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final ServerRequestCache returnAddress;

    SignInAgain(ServerRequestCache returnAddress) {
        this.returnAddress = returnAddress;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException notSignedIn) {
        Mono<Void> keep = exchange.getRequest().getMethod() == HttpMethod.POST
                ? keepForm(exchange)
                : returnAddress.saveRequest(exchange);
        return keep.then(redirect.sendRedirect(exchange, START));
    }

    private static Mono<Void> keepForm(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            KeptForm kept = KeptForm.of(exchange.getRequest().getPath().value(), form);
            return kept == null
                    ? Mono.<Void>empty()
                    : exchange.getSession()
                            .doOnNext(session -> session.getAttributes().put(KeptForm.ATTRIBUTE, kept))
                            .then();
        });
    }
}
