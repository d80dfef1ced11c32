package hub.platform.signin;

import hub.platform.pages.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
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
    private static final Pattern PLACE = Pattern.compile("at=[0-9a-z]{1,20}");
    /** The way in itself leads nowhere: if it failed, the place asked for before it stays. */
    private static final Pattern SIGNING_IN = Pattern.compile("/(?:oauth2|login)/.*");

    private static final Pattern NAMED = Pattern.compile("(/(?:threads|groups)/[^/]+)/(?!posts/).*");

    public ReturnAddress() {}

    @Override
    public Mono<Void> saveRequest(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        boolean page = request.getMethod() == HttpMethod.GET
                && !SIGNING_IN.matcher(request.getURI().getRawPath()).matches()
                && readsPages(request.getHeaders());
        if (page) {
            String path = nameless(request.getURI());
            if (path.length() <= LONGEST) {
                exchange.getResponse().addCookie(cookie(exchange, encode(path), Duration.ofMinutes(30)));
            }
        }
        return Mono.empty();
    }

    /** Whoever says in no known way what they read is no browser. */
    private static boolean readsPages(HttpHeaders headers) {
        try {
            return headers.getAccept().stream().anyMatch(type -> type.includes(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException noType) {
            return false;
        }
    }

    /**
     * An address that names nothing: the cookie may lead the next person who signs in on a shared phone. The thread or group adds its name for
     * those who may know it.
     */
    private static String nameless(URI address) {
        Matcher named = NAMED.matcher(address.getRawPath());
        if (named.matches()) {
            return named.group(1) + place(address.getRawQuery());
        }
        String query = address.getRawQuery();
        return address.getRawPath() + (query == null ? "" : "?" + query);
    }

    /** Which post of a thread: an id says nothing. */
    private static String place(@Nullable String query) {
        return query != null && PLACE.matcher(query).matches() ? "?" + query : "";
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

    /** The address has served. */
    public static void forget(ServerWebExchange exchange) {
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
