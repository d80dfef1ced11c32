package hub.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who uses a running hub by HTTP alone: cookies, redirects when asked for, the fields that forms carry. */
final class HttpVisitor {
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final String origin;

    HttpVisitor(String origin) {
        this(origin, HttpClient.newBuilder());
    }

    /** @param client that trusts whoever vouches for the hub */
    HttpVisitor(String origin, HttpClient.Builder client) {
        this.origin = origin;
        this.http = client.cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param took until the whole answer was there */
    record Answer(int status, String body, String location, HttpResponse<String> response, Duration took) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The value of a form's hidden field. */
        String field(String name) {
            Matcher fields = FIELD.matcher(body);
            while (fields.find()) {
                if (fields.group(1).equals(name)) {
                    return fields.group(2);
                }
            }
            throw new AssertionError("No field " + name + " in " + status + " " + body);
        }
    }

    /** As one of the people of the demo. */
    HttpVisitor signedInAs(String username) throws IOException, InterruptedException {
        Answer home = signIn(username);
        if (home.status() != 200 || !home.response().uri().toString().startsWith(origin)) {
            throw new AssertionError("Not signed in: " + home);
        }
        return this;
    }

    /** To wherever signing in leads: home, without a form if the provider knows who it is, or a page that says why not. */
    Answer signIn(String username) throws IOException, InterruptedException {
        Answer form = follow(get("/oauth2/authorization/hearth"));
        if (form.status() != 200 || form.response().uri().toString().startsWith(origin)) {
            return form;
        }
        String provider = form.response().uri().resolve("/sign-in").toString();
        return follow(
                post(provider, "username", username, "password", DemoSignIn.PASSWORD, "_csrf", form.field("_csrf")));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    void bring(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookies.getCookieStore().add(URI.create(origin), cookie);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /** Fields are name, value, name, value. */
    Answer post(String path, String... fields) throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Posts a form with a file in its field {@code file}, as browsers do. Fields are name, value, name, value. */
    Answer postFile(String path, String filename, byte[] bytes, String... fields)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append("--between\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n"
                    + fields[i + 1] + "\r\n");
        }
        form.append("--between\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "multipart/form-data; boundary=between")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        List.of(form.toString().getBytes(UTF_8), bytes, "\r\n--between--\r\n".getBytes(UTF_8)))));
    }

    Answer follow(Answer answer) throws IOException, InterruptedException {
        Answer at = answer;
        for (int i = 0; i < 10 && at.status() / 100 == 3; i++) {
            at = get(at.response().uri().resolve(at.location()).toString());
        }
        return at;
    }

    private URI at(String path) {
        return URI.create(path.startsWith("/") ? origin + path : path);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> response = http.send(
                request.header("Accept", "text/html")
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("location").orElse(""),
                response,
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** All cookies that this visitor has. */
    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }
}
