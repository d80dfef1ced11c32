package hub.platform.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A browser asks for one thing after the other on the same connection; some are answered at once from memory and some later. */
@Timeout(120)
class NettyPipeliningWorkaroundTests {
    private static final int ROUNDS = 300;

    private static final HttpHandler HUB =
            (request, response) -> switch (request.getPath().value()) {
                case "/later" ->
                    response.writeWith(Mono.fromCallable(
                                    () -> response.bufferFactory().wrap("A page".getBytes(StandardCharsets.UTF_8)))
                            .subscribeOn(Schedulers.boundedElastic()));
                default -> {
                    response.setStatusCode(HttpStatus.FOUND);
                    yield response.setComplete();
                }
            };

    @Test
    void noRequestOnAConnectionWaitsForEver() throws Exception {
        DisposableServer server = HttpServer.create()
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(new NettyPipeliningWorkaround().apply(HUB)))
                .bindNow();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                HttpClient connection = HttpClient.newHttpClient();
                for (String path : List.of("/later", "/later", "/at-once", "/at-once", "/later")) {
                    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                            .timeout(Duration.ofSeconds(10))
                            .build();
                    assertThat(connection
                                    .send(request, BodyHandlers.discarding())
                                    .statusCode())
                            .isIn(200, 302);
                }
            }
        } finally {
            server.disposeNow();
        }
    }
}
