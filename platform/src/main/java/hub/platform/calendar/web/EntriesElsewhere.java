package hub.platform.calendar.web;

import hub.platform.calendar.CalendarEntry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The dates that resources-service knows, where it is another process. It is asked with the address that is being read, and decides itself what may be told. While it does
 * not answer the calendar is not there at all: one without its dates would have them removed from people's phones.
 */
@Component
class EntriesElsewhere {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(EntriesElsewhere.class);

    private final String origin;
    private final WebClient client;

    /** @param origin such as {@code http://resources-service:8080}; empty if there is no such process */
    EntriesElsewhere(@Value("${hearth.resources}") String origin) {
        this.origin = origin;
        this.client = WebClient.builder()
                .baseUrl(origin)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build();
    }

    /** @throws ResponseStatusException 503 (as a signal) if it does not answer */
    Mono<List<CalendarEntry>> entries(String feed, ServerWebExchange exchange) {
        if (origin.isEmpty()) {
            return Mono.just(List.of());
        }
        InetSocketAddress visitor = exchange.getRequest().getRemoteAddress();
        return client.get()
                .uri("/calendar/feeds/{feed}/entries", feed)
                .accept(MediaType.APPLICATION_JSON)
                // It counts the readings of each network as we do.
                .header("X-Forwarded-For", visitor == null ? "" : visitor.getHostString())
                .exchangeToMono(answer -> answer.statusCode().value() == HttpStatus.OK.value()
                        ? answer.bodyToFlux(CalendarEntry.class).collectList()
                        : answer.createError())
                .timeout(PATIENCE)
                .onErrorMap(this::away);
    }

    private ResponseStatusException away(Throwable failure) {
        LOG.warn("No dates from {}: {}", origin, failure.getClass().getSimpleName());
        return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "resources-service does not answer");
    }
}
