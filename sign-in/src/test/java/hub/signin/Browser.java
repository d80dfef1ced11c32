package hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as a sign-in needs: cookies, and forms with the token that stood in the page. Follows no redirect by itself. */
final class Browser {
    private static final HttpClient HERE = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String origin;
    private final HttpClient http;

    Browser(String origin) {
        this(origin, HERE);
    }

    private Browser(String origin, HttpClient http) {
        this.origin = origin;
        this.http = http;
    }

    /** @param address one of this machine's own, such as 127.0.0.2: for the provider, a visitor from elsewhere */
    static Browser from(String address, String origin) {
        return new Browser(
                origin,
                HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral(address))
                        .build());
    }

    record Page(int status, String body, String location, Map<String, List<String>> headers) {
        String header(String name) {
            return String.join("; ", headers.getOrDefault(name, List.of()));
        }

        List<String> cookies() {
            return headers.getOrDefault("set-cookie", List.of());
        }
    }

    Page get(String address) {
        return send(request(address).header("Accept", "text/html").GET());
    }

    /** Opens the page at the address, fills the form in and sends it there. */
    Page fillIn(String address, Map<String, String> fields) {
        return post(address, token(get(address)), fields);
    }

    Page post(String address, String token, Map<String, String> fields) {
        Map<String, String> all = new ConcurrentHashMap<>(fields);
        all.put("_csrf", token);
        return send(request(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(all))));
    }

    Page send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Page(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("location").orElse(""),
                    response.headers().map());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address.startsWith("/") ? origin + address : address));
    }

    void lose(String cookie) {
        cookies.remove(cookie);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    static String token(Page page) {
        Matcher matcher = TOKEN.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("No form in " + page);
        }
        return matcher.group(1);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
