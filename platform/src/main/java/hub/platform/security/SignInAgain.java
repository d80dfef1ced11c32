package hub.platform.security;

import hub.platform.signin.KeptForms;
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
    private final KeptForms kept;

    SignInAgain(ServerRequestCache returnAddress, KeptForms kept) {
        this.returnAddress = returnAddress;
        this.kept = kept;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException notSignedIn) {
        Mono<Void> keep = exchange.getRequest().getMethod() == HttpMethod.POST
                ? kept.keep(exchange)
                : returnAddress.saveRequest(exchange);
        return keep.then(redirect.sendRedirect(exchange, START));
    }
}
