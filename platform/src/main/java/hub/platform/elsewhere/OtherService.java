package hub.platform.elsewhere;

import hub.platform.security.SessionLimits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Asks another service for a fragment in the name of whoever asks us: with their session cookie, and nothing else of theirs, so that it decides itself
 * what they may read. What failed is not asked for again for a moment.
 */
public final class OtherService {
    /** Nobody waits longer for it. */
    public static final Duration PATIENCE = Duration.ofMillis(800);

    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 64 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(OtherService.class);

    private final String origin;
    private final WebClient client;

    /** By path; paths are the code's own. */
    private final Map<String, Long> notBefore = new ConcurrentHashMap<>();

    /** @param origin such as {@code http://resources-service:8080}; empty if there is no such service */
    public OtherService(String origin) {
        this.origin = origin;
        this.client = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build();
    }

    /** Whether there is such a service. */
    public boolean isThere() {
        return !origin.isEmpty();
    }

    /**
     * @param parameters of the query; they stand in no log
     * @return HTML as that service made it, may be blank; empty if there is no such service or it could not be asked
     */
    public Mono<String> fragment(String path, Map<String, String> parameters, ServerWebExchange exchange) {
        if (!isThere() || isLeftAlone(path)) {
            return Mono.empty();
        }
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(origin).path(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        HttpCookie session = exchange.getRequest().getCookies().getFirst(SessionLimits.COOKIE);
        return client.get()
                .uri(address.encode().buildAndExpand(parameters).toUri())
                .accept(MediaType.TEXT_HTML)
                .cookies(cookies -> {
                    if (session != null) {
                        cookies.add(session.getName(), session.getValue());
                    }
                })
                .exchangeToMono(answer -> answer.statusCode().value() == 200
                        ? answer.bodyToMono(String.class).defaultIfEmpty("")
                        : answer.createError())
                .timeout(PATIENCE)
                .onErrorResume(failure -> away(path, failure));
    }

    private boolean isLeftAlone(String path) {
        Long until = notBefore.get(path);
        return until != null && System.nanoTime() - until < 0;
    }

    private Mono<String> away(String path, Throwable failure) {
        notBefore.put(path, System.nanoTime() + LEFT_ALONE.toNanos());
        LOG.warn("Nothing from {}{}: {}", origin, path, why(failure));
        return Mono.empty();
    }

    /** Messages of failures have the whole address in them. */
    private static String why(Throwable failure) {
        return switch (failure) {
            case TimeoutException slow -> "no answer within " + PATIENCE.toMillis() + " ms";
            case WebClientResponseException answer ->
                String.valueOf(answer.getStatusCode().value());
            default -> failure.getClass().getSimpleName();
        };
    }
}
