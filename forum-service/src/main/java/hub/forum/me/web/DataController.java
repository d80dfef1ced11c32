package hub.forum.me.web;

import hub.forum.me.OwnData;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.requests.RateLimit;
import hub.platform.requests.TooMany;
import hub.platform.security.PublicPaths;
import hub.platform.viewer.SignInMoment;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Somebody takes out what is theirs: soon after they have signed in, so that a phone that was left lying about gives it to nobody. */
@Controller
class DataController {
    static final String PATH = "/me/data";

    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final RateLimit limit = new RateLimit(5, 100, Duration.ofHours(1));
    private final OwnData data;
    private final Clock clock;

    DataController(OwnData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** Also somebody who is not approved, or not any more, may have what is theirs. */
    @Bean
    static PublicPaths dataPaths() {
        return PublicPaths.of(PATH, PATH + "/download");
    }

    /** @param fresh whether they have signed in a short time ago */
    record DataPage(boolean fresh) {}

    @GetMapping(PATH)
    Mono<Rendering> page(Viewer viewer, ServerWebExchange exchange) {
        return viewer.signedIn()
                ? isFresh(exchange).map(fresh -> Pages.show("me/data", new DataPage(fresh)))
                : Mono.just(Rendering.redirectTo("/oauth2/authorization/hearth").build());
    }

    @PostMapping(PATH + "/download")
    Mono<ResponseEntity<Flux<DataBuffer>>> download(Viewer viewer, ServerWebExchange exchange) {
        return isFresh(exchange).map(fresh -> {
            String account = viewer.account();
            if (account == null || !fresh) {
                return ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(PATH))
                        .build();
            }
            TooMany.unless(limit, account);
            return answer(data.takeOut(viewer));
        });
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(Flux<byte[]> zip) {
        ContentDisposition file =
                ContentDisposition.attachment().filename("hearth.zip").build();
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(zip.map(DefaultDataBufferFactory.sharedInstance::wrap));
    }

    private Mono<Boolean> isFresh(ServerWebExchange exchange) {
        return SignInMoment.of(exchange)
                .map(began -> began.isAfter(clock.instant().minus(FRESH)));
    }
}
