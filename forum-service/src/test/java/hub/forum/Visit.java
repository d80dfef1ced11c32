package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/**
 * A browser with a session's cookie.
 *
 * @param session the cookie's value; empty for none
 */
record Visit(WebTestClient client, String session) {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    Answer get(String path) {
        return answer(client.get()
                .uri(URI.create(path))
                .accept(MediaType.TEXT_HTML)
                .cookies(this::bring)
                .exchange());
    }

    /** @param page with the form and its token; null sends none */
    Answer post(String path, @Nullable Answer page, String... fields) {
        return answer(request(path, page)
                .body(BodyInserters.fromFormData(form(page, fields)))
                .exchange());
    }

    /** As a form of another site is sent by a browser. */
    Answer postFrom(String origin, String path, Answer page, String... fields) {
        return answer(request(path, page)
                .header(HttpHeaders.ORIGIN, origin)
                .body(BodyInserters.fromFormData(form(page, fields)))
                .exchange());
    }

    private static MultiValueMap<String, String> form(@Nullable Answer page, String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        if (page != null) {
            form.add("_csrf", page.token());
        }
        return form;
    }

    Answer postAs(String path, Answer page, MediaType type, String body) {
        return answer(request(path, page).contentType(type).bodyValue(body).exchange());
    }

    private WebTestClient.RequestBodySpec request(String path, @Nullable Answer page) {
        WebTestClient.RequestBodySpec request = client.post()
                .uri(URI.create("http://localhost" + path))
                .accept(MediaType.TEXT_HTML)
                .cookies(this::bring);
        return page == null || page.cookies().getFirst("HEARTH_CSRF") == null
                ? request
                : request.cookie(
                        "HEARTH_CSRF",
                        Objects.requireNonNull(page.cookies().getFirst("HEARTH_CSRF"))
                                .getValue());
    }

    private void bring(MultiValueMap<String, String> cookies) {
        if (!session.isEmpty()) {
            cookies.add(Sessions.COOKIE, session);
        }
    }

    private static Answer answer(WebTestClient.ResponseSpec response) {
        EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
        byte[] body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                String.valueOf(result.getResponseHeaders().getFirst("Location")),
                body == null ? "" : new String(body, StandardCharsets.UTF_8),
                result.getResponseHeaders(),
                result.getResponseCookies());
    }

    record Answer(
            int status,
            String location,
            String body,
            HttpHeaders headers,
            MultiValueMap<String, ResponseCookie> cookies) {
        String token() {
            Matcher token = TOKEN.matcher(body);
            assertThat(token.find()).as(body).isTrue();
            return token.group(1);
        }
    }
}
