package hub.platform.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.WallTime;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The other service's dates: there, refused, led elsewhere, silent, gone. */
class EntriesElsewhereTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final CalendarEntry TRAINING = new CalendarEntry(
            "training-1@hearth",
            2,
            Instant.parse("2027-05-01T10:00:00Z"),
            WallTime.of(LocalDate.of(2026, 10, 25), LocalTime.of(1, 30)),
            WallTime.of(LocalDate.of(2026, 10, 25), LocalTime.of(3, 0)),
            "Tea, cake; 👩‍👩‍👧‍👦",
            "A line\nand another",
            "",
            "/training/1/tea",
            false);

    private DisposableServer server = serving(request -> ServerResponse.ok().bodyValue(List.of(TRAINING)));

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void theyComeAsTheyAre() {
        assertThat(asked()).containsExactly(TRAINING);
    }

    @Test
    void itIsToldFromWhichNetworkTheCalendarIsRead() {
        answering(request -> ServerResponse.ok()
                .bodyValue(
                        request.headers().header("X-Forwarded-For").equals(List.of("192.0.2.7"))
                                        && request.path().equals("/calendar/feeds/secret/entries")
                                ? List.of(TRAINING)
                                : List.of()));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void withoutAnAnswerThereIsNoCalendarAtAll() {
        answering(request -> ServerResponse.notFound().build());
        assertAway();
        answering(request ->
                ServerResponse.status(302).header("Location", "/sign-in").build());
        assertAway();
        answering(request -> ServerResponse.ok().bodyValue("<p>Something else</p>"));
        assertAway();
        answering(request -> Mono.never());
        assertAway();
        server.disposeNow();
        assertAway();
    }

    @Test
    void aloneThereIsNobodyToAsk() {
        assertThat(new EntriesElsewhere("").entries("secret", exchange()).block(PATIENCE))
                .isEmpty();
    }

    private void assertAway() {
        assertThatThrownBy(this::asked)
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        away -> assertThat(away.getStatusCode().value()).isEqualTo(503));
    }

    private List<CalendarEntry> asked() {
        return new EntriesElsewhere("http://localhost:" + server.port())
                .entries("secret", exchange())
                .block(PATIENCE);
    }

    private static MockServerWebExchange exchange() {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/").remoteAddress(InetSocketAddress.createUnresolved("192.0.2.7", 1)));
    }

    private void answering(HandlerFunction<ServerResponse> answer) {
        server.disposeNow();
        server = serving(answer);
    }

    private static DisposableServer serving(HandlerFunction<ServerResponse> answer) {
        return HttpServer.create()
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        RouterFunctions.toHttpHandler(RouterFunctions.route(RequestPredicates.all(), answer))))
                .bindNow();
    }
}
