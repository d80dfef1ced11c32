package hub.bench;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub started as a user starts it, with one carer signed in. */
final class Hub implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern WRITER = Pattern.compile("name=\"writer\" value=\"([^\"]+)\"");

    private final Process process;
    private final int port;
    private final Path data;
    private final double secondsToFirstPage;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    private Hub(Process process, int port, Path data, long began) {
        this.process = process;
        this.port = port;
        this.data = data;
        awaitFirstPage();
        this.secondsToFirstPage = (System.nanoTime() - began) / 1e9;
    }

    static Hub start(int port, Path data) throws IOException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        long began = System.nanoTime();
        Process process = new ProcessBuilder("./hub", "start", "--port", "" + port, "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of(data + ".log").toFile())
                .start();
        return new Hub(process, port, data, began);
    }

    private void awaitFirstPage() {
        URI front = URI.create(origin() + "/");
        while (process.isAlive()) {
            try {
                if (send(HttpRequest.newBuilder(front).GET().build()).statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("The hub did not start; see " + data + ".log");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    String origin() {
        return "http://localhost:" + port;
    }

    String mongoUri() throws IOException {
        return "mongodb://127.0.0.1:"
                + Files.readString(data.resolve("mongod.port")).strip() + "/?directConnection=true";
    }

    /** Resident memory of the Java process, in MiB. */
    long residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    void signIn(String username, String password) {
        String form = get("/oauth2/authorization/hearth");
        post(
                "http://localhost:" + (port + 1) + "/sign-in",
                "_csrf=" + encoded(found(TOKEN, form)) + "&username=" + encoded(username) + "&password="
                        + encoded(password));
        if (cookie("HEARTH_SESSION").isEmpty()) {
            throw new IllegalStateException("The bench could not sign in.");
        }
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin() + path))
                        .header("Accept", "text/html")
                        .GET()
                        .build())
                .body();
    }

    private void post(String url, String form) {
        send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
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

    /** The header with which {@code wrk} comes as the person who signed in. */
    String cookieHeader() {
        return "Cookie: HEARTH_SESSION=" + cookie("HEARTH_SESSION") + "; HEARTH_CSRF=" + cookie("HEARTH_CSRF");
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .reduce("", (first, last) -> last);
    }

    static String tokenIn(String page) {
        return encoded(found(TOKEN, page));
    }

    static String writerIn(String page) {
        return found(WRITER, page);
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("Not on the page: " + pattern);
        }
        return matcher.group(1);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
