package hub.platform.security;

import hub.platform.web.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where to go after signing in: a path of this site in a cookie, so that a stranger's visit costs no session. Cannot leave the site. */
@Component
public class ReturnAddress implements ServerRequestCache {
    private static final String COOKIE = "HEARTH_RETURN";
    private static final int LONGEST = 1_000;

    ReturnAddress() {}

    @Override
    public Mono<Void> saveRequest(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        boolean page = request.getMethod() == HttpMethod.GET
                && request.getHeaders().getAccept().stream().anyMatch(type -> type.includes(MediaType.TEXT_HTML));
        if (page) {
            String query = request.getURI().getRawQuery();
            String path = request.getURI().getRawPath() + (query == null ? "" : "?" + query);
            if (path.length() <= LONGEST) {
                exchange.getResponse().addCookie(cookie(exchange, encode(path), Duration.ofMinutes(30)));
            }
        }
        return Mono.empty();
    }

    @Override
    public Mono<URI> getRedirectUri(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        if (cookie == null) {
            return Mono.empty();
        }
        try {
            String path = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return Mono.just(URI.create(Pages.insideOr(path, "/")));
        } catch (IllegalArgumentException notOurs) {
            return Mono.empty();
        }
    }

    @Override
    public Mono<org.springframework.http.server.reactive.ServerHttpRequest> removeMatchingRequest(
            ServerWebExchange exchange) {
        return Mono.empty();
    }

    static void forget(ServerWebExchange exchange) {
        if (exchange.getRequest().getCookies().containsKey(COOKIE)) {
            exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO));
        }
    }

    private static String encode(String path) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .maxAge(age)
                .build();
    }
}
