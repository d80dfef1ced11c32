package hub.platform.security;

import hub.platform.requests.RateLimit;
import hub.platform.requests.TooMany;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Each start of a sign-in by a browser without a session stores one for half an hour: not without limit. */
final class SignInStarts implements WebFilter {
    private final RateLimit limit = new RateLimit(300, 6_000, Duration.ofMinutes(10));

    /** @throws TooMany (as a signal) if there were too many of this network, or in all */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith("/oauth2/authorization/")) {
            return chain.filter(exchange);
        }
        return exchange.getSession().flatMap(session -> {
            if (!session.isStarted()) {
                TooMany.unless(limit, exchange);
            }
            return chain.filter(exchange);
        });
    }
}
