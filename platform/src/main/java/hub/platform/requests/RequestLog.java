package hub.platform.requests;

import hub.platform.mongo.Ids;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * The outermost frame of a request: its id and its one line in the log.
 *
 * <p>The line names the pattern of the address and not the address: titles stand in addresses, and ids of people do.
 */
@Component
class RequestLog implements HttpHandlerDecoratorFactory {
    /** Made here; what a client sends under this name means nothing. */
    static final String ID = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger("hub.requests");
    private static final String EXCHANGE = RequestLog.class.getName();

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile Map<String, String> features = Map.of();

    RequestLog(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public HttpHandler apply(HttpHandler inner) {
        return (request, response) -> {
            long began = System.nanoTime();
            String id = Ids.next();
            response.getHeaders().set(ID, id);
            Identified identified = new Identified(request, id);
            return inner.handle(identified, response)
                    .doFinally(end -> LOG.info(
                            "{} {} {} {} ms {}",
                            request.getMethod(),
                            pattern(identified),
                            status(response, end),
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                            id));
        };
    }

    /** The pattern becomes known in the exchange, of which the frame sees only the request. */
    @Component
    @Order(FilterOrder.REQUEST_LOG)
    static class Remember implements WebFilter {
        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            exchange.getRequest().getAttributes().put(EXCHANGE, exchange.getAttributes());
            return chain.filter(exchange);
        }
    }

    private String pattern(ServerHttpRequest request) {
        Object pattern = request.getAttributes().get(EXCHANGE) instanceof Map<?, ?> exchange
                ? exchange.get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                : null;
        return pattern == null ? outline(request.getPath().value()) : pattern.toString();
    }

    /** What ended before it came to a page, such as at the sign-in: the first word, if it is one of ours; what else stood there may be anything. */
    private String outline(String path) {
        String first = first(path);
        return features.getOrDefault(first, "-");
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(0, end < 0 ? path.length() : end);
    }

    @EventListener(ContextRefreshedEvent.class)
    void learnFeatures() {
        features = Stream.concat(
                        mappings.stream()
                                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
                                .map(pattern -> first(pattern.getPatternString())),
                        Stream.of("/oauth2", "/login", "/sign-out"))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(first -> first, first -> first + "/…"));
    }

    private static String status(ServerHttpResponse response, SignalType end) {
        HttpStatusCode status = response.getStatusCode();
        return end == SignalType.CANCEL ? "gone" : status == null ? "200" : String.valueOf(status.value());
    }

    /** Every line that the framework logs of this request begins with its id. */
    private static final class Identified extends ServerHttpRequestDecorator {
        private final String id;
        private final Map<String, Object> attributes = new ConcurrentHashMap<>();

        Identified(ServerHttpRequest request, String id) {
            super(request);
            this.id = id;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return attributes;
        }
    }
}
