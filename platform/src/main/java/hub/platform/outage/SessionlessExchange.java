package hub.platform.outage;

import java.security.Principal;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Mono;

/** A request whose session cannot be had: pages ask for it before they are made, whether they use it or not. Counts as signed out. */
public final class SessionlessExchange extends ServerWebExchangeDecorator {
    private final Mono<WebSession> none = new InMemoryWebSessionStore().createWebSession();

    public SessionlessExchange(ServerWebExchange exchange) {
        super(exchange);
    }

    @Override
    public Mono<WebSession> getSession() {
        return none;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Principal> Mono<T> getPrincipal() {
        return Mono.empty();
    }
}
