package hub.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What stands in a form is made from the cookie and from the id of the session that the form was shown in: a cookie that somebody planted fits no form of theirs,
 * and a form of a session that has ended fits no other.
 */
final class FormTokens implements ServerCsrfTokenRequestHandler {
    private static final String SENT = FormTokens.class.getName();

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> cookie) {
        CsrfToken sent = exchange.getAttribute(SENT);
        show(
                exchange,
                cookie.flatMap(
                        token -> saysAway(exchange) ? Mono.just(sent == null ? token : sent) : bound(exchange, token)));
    }

    /** The page that says that MongoDB is away must not wait for the session: a form that it gives back has the token that it came with. */
    private static boolean saysAway(ServerWebExchange exchange) {
        return exchange.getResponse().getStatusCode() == HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** What the cookie holds, if the form fits it and the session. */
    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken cookie) {
        return ServerCsrfTokenRequestHandler.super
                .resolveCsrfTokenValue(exchange, cookie)
                .doOnNext(sent -> remember(exchange, like(cookie, sent)))
                .flatMap(sent -> bound(exchange, cookie)
                        .filter(bound -> isSame(bound.getToken(), sent))
                        .map(bound -> cookie.getToken()));
    }

    /** Also for a page that is made before the session has been read. */
    private static void remember(ServerWebExchange exchange, CsrfToken sent) {
        exchange.getAttributes().put(SENT, sent);
        show(exchange, Mono.just(sent));
    }

    private static void show(ServerWebExchange exchange, Mono<CsrfToken> token) {
        exchange.getAttributes().put(CsrfToken.class.getName(), token);
    }

    private static Mono<CsrfToken> bound(ServerWebExchange exchange, CsrfToken cookie) {
        return exchange.getSession()
                .map(session -> session.isStarted() ? session.getId() : "")
                .map(session -> like(cookie, digest(cookie.getToken() + "/" + session)));
    }

    private static CsrfToken like(CsrfToken token, String value) {
        return new DefaultCsrfToken(token.getHeaderName(), token.getParameterName(), value);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String digest(String secrets) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(secrets.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
