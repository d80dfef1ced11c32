package hub.testkit;

import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockUser;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import hub.platform.identity.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.server.WebFilter;

/** Uses the hub as somebody: {@code browsing.as(amina).get("/groups")}. */
public class Browsing {
    private static final Pattern FORM_KEY = Pattern.compile("name=\"formKey\" value=\"([0-9a-z]{12})\"");

    private final WebTestClient client;

    Browsing(ApplicationContext hub) {
        this.client = WebTestClient.bindToApplicationContext(hub)
                .apply(springSecurity())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    public Session as(Account account) {
        return new Session(client.mutateWith(mockUser(account.id())).mutateWith(csrf()));
    }

    /** As somebody whose forms carry what token they will. */
    public Session asWithoutToken(Account account) {
        return new Session(client.mutateWith(mockUser(account.id())));
    }

    /** As somebody whose session began at a certain time, which {@link #as} leaves unknown. */
    public Session signedInAt(Account account, Instant began) {
        return new Session(client.mutateWith(mockUser(account.id()))
                .mutateWith(csrf())
                .mutateWith((builder, hub, connector) ->
                        Objects.requireNonNull(hub).filters(filters -> filters.addFirst(beganAt(began)))));
    }

    private static WebFilter beganAt(Instant began) {
        return (exchange, chain) -> exchange.getSession()
                .doOnNext(session -> session.getAttributes().put("signed-in-at", began.toEpochMilli()))
                .then(chain.filter(exchange));
    }

    public Session signedOut() {
        return new Session(client.mutateWith(csrf()));
    }

    /** One person's use of the hub. */
    public record Session(WebTestClient client) {
        public Page get(String path) {
            return page(client.get()
                    .uri(java.net.URI.create(path))
                    .accept(MediaType.TEXT_HTML)
                    .exchange());
        }

        /** Asks for what a page would say of itself, without the page. */
        public Page head(String path) {
            return page(client.head()
                    .uri(java.net.URI.create(path))
                    .accept(MediaType.TEXT_HTML)
                    .exchange());
        }

        /** Asks for another content than a page. */
        public Page getAs(String type, String path) {
            return page(client.get()
                    .uri(java.net.URI.create(path))
                    .accept(MediaType.parseMediaType(type))
                    .exchange());
        }

        /** Posts a form; fields are name, value, name, value. */
        public Page post(String path, String... fields) {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            for (int i = 0; i < fields.length; i += 2) {
                form.add(fields[i], fields[i + 1]);
            }
            return page(client.post()
                    .uri(java.net.URI.create(path))
                    .accept(MediaType.TEXT_HTML)
                    .body(BodyInserters.fromFormData(form))
                    .exchange());
        }

        /** Posts a form with a file in its field {@code file}; fields are name, value, name, value. */
        public Page postFile(String path, String filename, byte[] bytes, String... fields) {
            MultipartBodyBuilder form = new MultipartBodyBuilder();
            for (int i = 0; i < fields.length; i += 2) {
                form.part(fields[i], fields[i + 1]);
            }
            form.part("file", bytes).filename(filename);
            return page(client.post()
                    .uri(java.net.URI.create(path))
                    .accept(MediaType.TEXT_HTML)
                    .body(BodyInserters.fromMultipartData(form.build()))
                    .exchange());
        }

        /** Posts what no form of ours sends, as a form. */
        public Page postRaw(String path, String body) {
            return page(client.post()
                    .uri(java.net.URI.create(path))
                    .accept(MediaType.TEXT_HTML)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .bodyValue(body)
                    .exchange());
        }

        static Page page(WebTestClient.ResponseSpec response) {
            EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
            byte[] body = result.getResponseBody();
            return new Page(
                    result.getStatus().value(),
                    String.valueOf(result.getResponseHeaders().getFirst("Location")),
                    body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8),
                    headers(result.getResponseHeaders()));
        }
    }

    /** All that came under one name, in its order: a second cookie tells as much as the first. */
    private static Map<String, String> headers(HttpHeaders headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> all.put(name, String.join(", ", values)));
        return all;
    }

    /** What came back. */
    public record Page(int status, String location, String body, Map<String, String> headers) {
        /** The key of the form on the page. */
        public String formKey() {
            Matcher key = FORM_KEY.matcher(body);
            if (!key.find()) {
                throw new AssertionError("There is no form key on the page:\n" + body);
            }
            return key.group(1);
        }
    }
}
