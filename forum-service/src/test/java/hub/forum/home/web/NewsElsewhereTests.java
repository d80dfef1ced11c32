package hub.forum.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.elsewhere.OtherService;
import hub.platform.pages.HomeNews;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** The other service as the forum meets it: there, broken, silent, gone. */
class NewsElsewhereTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicReference<String> cookies = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();
    private DisposableServer server = serving(answer -> answer.sendString(Mono.just("<ul><li>Coffee</li></ul>\n")));

    private interface Answer {
        Publisher<Void> to(HttpServerResponse response);
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void theFragmentIsShownAsItIs() {
        NewsOnHome news = asked(elsewhere());
        assertThat(news.html()).isEqualTo("<ul><li>Coffee</li></ul>");
        assertThat(news.some()).isTrue();
    }

    @Test
    void itIsAskedInTheReadersNameAndWithNothingElseOfTheirs() {
        asked(elsewhere());
        assertThat(cookies.get()).isEqualTo("HEARTH_SESSION=abc");
    }

    @Test
    void noNewsIsNotAFault() {
        answering(HttpServerResponse::send);
        assertThat(asked(elsewhere()).none()).isTrue();
    }

    @Test
    void brokenOrAnotherPageIsAway() {
        answering(HttpServerResponse::sendNotFound);
        assertThat(asked(elsewhere())).isEqualTo(NewsOnHome.AWAY);
        answering(response -> response.sendRedirect("/sign-in"));
        assertThat(asked(elsewhere())).isEqualTo(NewsOnHome.AWAY);
        answering(response -> response.sendString(Mono.just("x".repeat(100_000))));
        assertThat(asked(elsewhere())).isEqualTo(NewsOnHome.AWAY);
    }

    @Test
    void aSilentServiceIsNotWaitedForAndThenLeftAlone() {
        answering(response -> Mono.never());
        NewsElsewhere elsewhere = elsewhere();
        long began = System.nanoTime();
        assertThat(asked(elsewhere)).isEqualTo(NewsOnHome.AWAY);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThanOrEqualTo(OtherService.PATIENCE)
                .isLessThan(PATIENCE);
        assertThat(asked(elsewhere)).isEqualTo(NewsOnHome.AWAY);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aServiceThatIsGoneIsAway() {
        server.disposeNow();
        assertThat(asked(elsewhere())).isEqualTo(NewsOnHome.AWAY);
    }

    @Test
    void withoutSuchAServiceThereIsNoNews() {
        assertThat(asked(new NewsElsewhere(new OtherService("")))).isEqualTo(NewsOnHome.NONE);
    }

    private static NewsOnHome asked(NewsElsewhere elsewhere) {
        MockServerWebExchange home = MockServerWebExchange.from(MockServerHttpRequest.get("/")
                .cookie(new HttpCookie("HEARTH_SESSION", "abc"), new HttpCookie("HEARTH_CSRF", "secret"))
                .header("Authorization", "Basic c2VjcmV0"));
        return Objects.requireNonNull(elsewhere.askedBy(home).block(PATIENCE));
    }

    private NewsElsewhere elsewhere() {
        return new NewsElsewhere(new OtherService("http://localhost:" + server.port()));
    }

    private void answering(Answer answer) {
        server.disposeNow();
        server = serving(answer);
    }

    private DisposableServer serving(Answer answer) {
        return HttpServer.create()
                .port(0)
                .route(routes -> routes.get(HomeNews.PATH, (request, response) -> {
                    asked.incrementAndGet();
                    cookies.set(request.requestHeaders().get("Cookie"));
                    assertThat(request.requestHeaders().contains("Authorization"))
                            .isFalse();
                    return answer.to(response.header("Content-Type", "text/html;charset=UTF-8"));
                }))
                .bindNow();
    }
}
