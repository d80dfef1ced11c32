package hub.platform.web;

import hub.platform.mongo.MongoAnswers;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** The first filter: ends what waits for a MongoDB that says nothing, so that its reader gets a page within two seconds. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WhenMongoIsAway implements WebFilter {
    static final PathPattern ALWAYS = PathPatternParser.defaultInstance.parse("/help");
    static final Duration PATIENCE = Duration.ofMillis(400);

    private final MongoAnswers mongo;

    WhenMongoIsAway(MongoAnswers mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        EachRequest.remember(exchange.getRequest(), exchange.getAttributes());
        Mono<Void> answer = throughOrWithout(exchange, chain)
                // The session is written then, also when only a redirect goes out; later would be too late for a page
                // that says what is wrong.
                .then(Mono.defer(exchange.getResponse()::setComplete));
        // An answer that is on its way out has a bound of its own.
        return mongo.orAway(answer, () -> exchange.getResponse().isCommitted());
    }

    /** The numbers to ring must be there whatever is broken; whoever reads them then counts as signed out. */
    private static Mono<Void> throughOrWithout(ServerWebExchange exchange, WebFilterChain chain) {
        return ALWAYS.matches(exchange.getRequest().getPath().pathWithinApplication())
                ? exchange.getSession()
                        .timeout(PATIENCE)
                        .map(session -> exchange)
                        .onErrorResume(away -> Mono.just(new WithoutSession(exchange)))
                        .flatMap(chain::filter)
                : chain.filter(exchange);
    }
}
