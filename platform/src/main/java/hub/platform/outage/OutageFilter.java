package hub.platform.outage;

import hub.platform.requests.FilterOrder;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Ends what waits for a MongoDB that says nothing, so that its reader gets a page within two seconds. */
@Component
@Order(FilterOrder.OUTAGE)
public final class OutageFilter implements WebFilter {
    /** Answered whatever is broken. */
    public static final PathPattern ALWAYS = PathPatternParser.defaultInstance.parse("/help");
    /** How long that waits for who asks. */
    public static final Duration PATIENCE = Duration.ofMillis(400);

    private static final String AWAY = OutageFilter.class.getName();

    private final MongoWatchdog mongo;

    OutageFilter(MongoWatchdog mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
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
                        .onErrorResume(away -> {
                            noteAway(exchange);
                            return Mono.just(new SessionlessExchange(exchange));
                        })
                        .flatMap(chain::filter)
                : chain.filter(exchange);
    }

    /** That whoever asks could not be looked up. */
    public static void noteAway(ServerWebExchange exchange) {
        exchange.getAttributes().put(AWAY, true);
    }

    /** Whether it could not be found out in this request who asks, so that nobody stands for somebody. */
    public static boolean isAway(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(AWAY);
    }
}
