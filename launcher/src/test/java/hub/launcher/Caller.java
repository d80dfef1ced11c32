package hub.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who uses the hub by plain HTTP, with cookies. As all is on localhost and cookies know no ports, the same cookies go to each process,
 * asked directly or through the proxy.
 */
final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_HOPS = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    record Page(int status, URI address, String body, String location) {
        /** What a field of a form on it holds. */
        String field(String name) {
            Matcher input =
                    Pattern.compile("<input[^>]*\\bname=\"" + name + "\"[^>]*>").matcher(body);
            if (!input.find()) {
                throw new AssertionError("There is no field " + name + " in " + address + ":\n" + body);
            }
            Matcher value = Pattern.compile("\\bvalue=\"([^\"]*)\"").matcher(input.group());
            return value.find() ? value.group(1) : "";
        }

        /** The first link that matches. */
        String link(String pattern) {
            Matcher link = Pattern.compile("href=\"(" + pattern + ")\"").matcher(body);
            if (!link.find()) {
                throw new AssertionError("There is no link " + pattern + " in " + address + ":\n" + body);
            }
            return link.group(1);
        }
    }

    /** One request, redirects not followed. */
    Page get(String address) {
        return send(request(address).GET());
    }

    /** The same with a header that no browser sends. */
    Page get(String address, String header, String value) {
        return send(request(address).header(header, value).GET());
    }

    /** To wherever the redirects lead. */
    Page open(String address) {
        return follow(get(address));
    }

    /** Posts a form, name, value, name, value; redirects not followed. */
    Page post(String address, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** Through the sign-in of the embedded provider, beginning at an origin of the hub. */
    Page signIn(String origin, String username, String password) {
        Page form = open(origin + "/oauth2/authorization/hearth");
        return follow(post(
                form.address().toString(), "username", username, "password", password, "_csrf", form.field("_csrf")));
    }

    Page follow(Page page) {
        Page at = page;
        for (int hop = 0; !at.location().isEmpty(); hop++) {
            if (hop == MOST_HOPS) {
                throw new AssertionError("Led round in circles, to " + at.location());
            }
            at = get(at.address().resolve(at.location()).toString());
        }
        return at;
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).header("Accept", "text/html");
        return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
    }

    private Page send(HttpRequest.Builder builder) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(
                    answer.statusCode(),
                    request.uri(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String pair = header.split(";")[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (header.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }
}
