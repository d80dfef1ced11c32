package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.HubIT;
import hub.testkit.LogWatch;
import hub.testkit.People;
import hub.testkit.Words;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What only a real connection can bring: what is no HTTP, headers that mean nothing, forms that stop in the middle. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnTheWireIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String CSRF = "a-token-of-its-own";

    @Autowired
    ApplicationContext hub;

    @Autowired
    People people;

    @Autowired
    ReactiveSessionRepository<?> repository;

    private String cookies;
    private DisposableServer server;

    @BeforeAll
    void aServerAsItIsStarted() {
        Account person = people.with("Everything", Role.values());
        cookies = Sessions.COOKIE + "=" + new Sessions<>(repository).of(person) + "; HEARTH_CSRF=" + CSRF;
        HttpServer plain = HttpServer.create().host("127.0.0.1").port(0);
        for (NettyServerCustomizer customizer :
                hub.getBeansOfType(NettyServerCustomizer.class).values()) {
            plain = customizer.apply(plain);
        }
        server = plain.handle(new ReactorHttpHandlerAdapter(
                        WebHttpHandlerBuilder.applicationContext(hub).build()))
                .bindNow();
    }

    @AfterAll
    void stop() {
        server.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/threads/a|b",
                "/threads/{x}/^`\\",
                "/threads/%zz",
                "/threads/%",
                "/threads/x?after={y}|%z",
                "/threads/\u00e4\u00f6/\u2028",
                "/groups/[x]/a\"b<c>",
                "/login/oauth2/code/other?error=x&error_description=<script>"
            })
    void anAddressWithSignsThatNoUriHoldsGetsAPageLikeAnyOther(String target) throws IOException {
        Answer answer = get(target, "Accept: text/html", "Cookie: " + cookies);
        if (answer.status() == 302) {
            assertThat(answer.head()).contains("ocation: /sign-in/failed");
        } else {
            assertThat(answer.status()).as(answer.head()).isBetween(400, 499);
            assertThat(answer.body()).contains(Words.of("error.help"), Words.of("error.home"));
        }
    }

    @Test
    void whatIsNoRequestGetsWordsAndLeavesNoneInTheLog() throws IOException {
        try (LogWatch log = LogWatch.start()) {
            String secret = "/threads/abc/a-secret-title";
            List<Answer> answers = List.of(
                    get(secret, "Cookie: a=" + "b".repeat(20_000)),
                    get(secret + "/" + "c".repeat(9_000)),
                    get(secret, "Content-Length: many"),
                    get(secret, "X-Strange: a\u0001b"),
                    send("GET " + secret + " and more HTTP/1.1\r\n\r\n"));
            assertThat(answers).extracting(Answer::status).containsExactly(431, 414, 400, 400, 400);
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.body()).contains(Words.of("error.badRequest.title"), Words.of("error.help"));
                assertThat(answer.head()).contains("no-store", "default-src 'none'");
            });
            assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "*/*;q=zz", "text/html;q=2", ", ,", ""})
    void whoSaysInNoKnownWayWhatTheyReadIsAnsweredAllTheSame(String accept) throws IOException {
        try (LogWatch log = LogWatch.start()) {
            for (String who : List.of("X-Nobody: 1", "Cookie: " + cookies)) {
                for (String address : List.of("/", "/help", "/groups", "/library/none", "/threads/a/b")) {
                    Answer answer = get(address, "Accept: " + accept, who);
                    assertThat(answer.status()).as(address + answer.head()).isBetween(200, 499);
                }
            }
            assertThat(log.lines()).noneMatch(line -> line.contains("failed") || line.contains("500"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=b",
                "multipart/form-data",
                "multipart/mixed; boundary=b",
                "application/json",
                "text/plain",
                "zz"
            })
    void onlyFormsAreTakenAndNoFiles(String type) throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"text\"; filename=\"x\"\r\n\r\nWords\r\n--b--\r\n";
        for (String token : List.of(CSRF, "wrong")) {
            Answer answer = post("/threads", type, body, "X-CSRF-TOKEN: " + token);
            assertThat(answer.status()).as(answer.head()).isEqualTo(415);
            assertThat(answer.body()).contains(Words.of("error.help"));
            assertThat(answer.head()).contains("frame-ancestors 'none'");
        }
    }

    @Test
    void aFormThatIsNoneIsTheSendersSlipByWhicheverMethodAndNoErrorOfOurs() throws IOException {
        try (LogWatch log = LogWatch.start()) {
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                for (String body : List.of("text=%zz&_csrf=" + CSRF, "_csrf=" + CSRF + "&text=%zz", "%=x")) {
                    Answer answer = send(method + " /threads HTTP/1.1\r\nHost: hub\r\nAccept: text/html\r\nCookie: "
                            + cookies + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body);
                    assertThat(answer.status()).as(method + answer.head()).isBetween(400, 499);
                }
            }
            assertThat(log.lines()).noneMatch(line -> line.contains("onErrorDropped") || line.contains("failed"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nabc\r\n", "ffffffffffffffff\r\nabc", "-1\r\n", "3\r\nabcXX\r\n0\r\n\r\n"})
    void aFormThatBreaksInTheMiddleIsRefusedAndNoErrorOfOurs(String rest) throws IOException {
        String half = "_csrf=" + CSRF + "&title=Half&text=Half";
        try (LogWatch log = LogWatch.start()) {
            Answer answer = send("POST /threads HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nCookie: " + cookies
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(half.length()) + "\r\n" + half + "\r\n" + rest);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains(Words.of("error.badRequest.title"));
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> log.requests().stream().anyMatch(line -> line.startsWith("POST ")));
            assertThat(log.requests()).noneMatch(line -> line.contains(" 500 "));
            assertThat(log.lines()).noneMatch(line -> line.contains("ErrorPages") || line.contains("onErrorDropped"));
        }
    }

    @Test
    void aPhoneThatLosesItsLineInTheMiddleOfAFormIsNoErrorOfOurs() throws IOException {
        try (LogWatch log = LogWatch.start()) {
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                write(
                        socket,
                        "POST /threads HTTP/1.1\r\nHost: hub\r\nCookie: " + cookies
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\ntext=Half");
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> get("/help", "Accept: text/html").status() == 200);
            }
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> log.requests().stream().anyMatch(line -> line.startsWith("POST ")));
            assertThat(log.requests()).noneMatch(line -> line.contains(" 500 "));
            assertThat(log.lines()).noneMatch(line -> line.contains("ErrorPages") || line.contains("onErrorDropped"));
        }
    }

    private record Answer(int status, String head, String body) {}

    private Answer get(String target, String... headers) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: hub.example.org\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n");
    }

    private Answer post(String target, String type, String body, String header) throws IOException {
        return send("POST " + target + " HTTP/1.1\r\nHost: hub.example.org\r\nAccept: text/html\r\nCookie: " + cookies
                + "\r\nConnection: close\r\n" + header + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private Answer send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            write(socket, request);
            String[] answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            assertThat(answer[0]).as(request).startsWith("HTTP/1.1 ");
            return new Answer(Integer.parseInt(answer[0].substring(9, 12)), answer[0], answer[1]);
        }
    }

    private static void write(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }
}
