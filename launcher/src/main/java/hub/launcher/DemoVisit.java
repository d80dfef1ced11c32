package hub.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes about a demo hub as one of its people, over HTTP: for the training run and for the bench. */
public final class DemoVisit {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    private final String origin;

    /** @param origin of the hub, such as {@code http://localhost:8080} */
    public DemoVisit(String origin) {
        this.origin = origin;
    }

    /**
     * Signs in at the provider of the hub.
     *
     * @param provider its origin
     * @throws IllegalStateException if that did not work
     */
    public void signIn(String provider, String username, String password) {
        String form = get("/oauth2/authorization/hearth").body();
        send(HttpRequest.newBuilder(URI.create(provider + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(found(TOKEN, form)) + "&username="
                        + encoded(username) + "&password=" + encoded(password)))
                .build());
        if (cookie("HEARTH_SESSION").isEmpty()) {
            throw new IllegalStateException("Signing in did not work");
        }
    }

    /** @throws UncheckedIOException if nobody answers */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Accept", "text/html")
                .GET()
                .build());
    }

    /** The value of a cookie that the hub set; empty if it did not. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .reduce("", (first, last) -> last);
    }

    /** The form token on a page, encoded for a form's body. */
    public static String tokenIn(String page) {
        return encoded(found(TOKEN, page));
    }

    /** @throws IllegalStateException if the page has nothing like it */
    public static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("Not on the page: " + pattern);
        }
        return matcher.group(1);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
