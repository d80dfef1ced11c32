package hub.forum.home.web;

import hub.platform.pages.HomeNews;
import hub.platform.security.SessionLimits;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asks resources-service for its fragment in the name of whoever asks us: with their session cookie, and nothing else of theirs, so that it
 * decides itself what they may read. After a failure it is left alone for a moment.
 */
final class NewsElsewhere {
    static final Duration PATIENCE = Duration.ofMillis(800);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 64 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(NewsElsewhere.class);

    private final String origin;
    private final WebClient client;
    private volatile long notBefore = System.nanoTime();

    /** @param origin such as {@code http://resources-service:8080}; empty if there is no such service */
    NewsElsewhere(String origin) {
        this.origin = origin;
        this.client = WebClient.builder()
                .baseUrl(origin)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build();
    }

    Mono<NewsOnHome> askedBy(ServerWebExchange exchange) {
        if (origin.isEmpty()) {
            return Mono.just(NewsOnHome.NONE);
        }
        if (System.nanoTime() - notBefore < 0) {
            return Mono.just(NewsOnHome.AWAY);
        }
        HttpCookie session = exchange.getRequest().getCookies().getFirst(SessionLimits.COOKIE);
        return client.get()
                .uri(HomeNews.PATH)
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
                .map(NewsOnHome::of)
                .onErrorResume(this::away);
    }

    private Mono<NewsOnHome> away(Throwable failure) {
        notBefore = System.nanoTime() + LEFT_ALONE.toNanos();
        LOG.warn(
                "No news from {}: {}",
                origin,
                failure instanceof TimeoutException
                        ? "no answer within " + PATIENCE.toMillis() + " ms"
                        : failure.toString());
        return Mono.just(NewsOnHome.AWAY);
    }
}
