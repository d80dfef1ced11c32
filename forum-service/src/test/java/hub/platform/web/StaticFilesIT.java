package hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.site.Site;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What browsers keep for good: each name holds a hash of its content. */
@HubIT
@ContextConfiguration(classes = hub.forum.ForumService.class)
class StaticFilesIT {
    @Autowired
    Browsing browsing;

    @Autowired
    Site site;

    @Test
    void aPageNamesItsFilesByTheirContent() {
        String page = browsing.signedOut().get("/help").body();
        assertThat(page)
                .contains(
                        site.assets().css(), site.assets().mark(), site.assets().icons() + "#i-");
        for (String address : all()) {
            assertThat(address).matches("/assets/[a-z]+\\.[0-9a-f]{10}\\.(css|svg)");
        }
    }

    @Test
    void aFileIsKeptForGood() {
        for (String address : all()) {
            HttpHeaders headers = get(address, "identity").getResponseHeaders();
            assertThat(headers.getCacheControl()).contains("max-age=31536000", "public", "immutable");
        }
    }

    @Test
    void theBuildHasCompressedIt() throws IOException {
        byte[] plain = body(get(site.assets().css(), "identity"));
        EntityExchangeResult<byte[]> brotli = get(site.assets().css(), "gzip, deflate, br");
        assertThat(brotli.getResponseHeaders().getFirst("Content-Encoding")).isEqualTo("br");
        assertThat(brotli.getResponseHeaders().getVary()).contains("Accept-Encoding");
        assertThat(brotli.getResponseHeaders().getContentType()).hasToString("text/css");
        assertThat(body(brotli)).hasSizeLessThan(plain.length / 5);

        EntityExchangeResult<byte[]> gzip = get(site.assets().css(), "gzip");
        assertThat(gzip.getResponseHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(body(gzip))).readAllBytes())
                .isEqualTo(plain);
        assertThat(new String(plain, StandardCharsets.UTF_8)).contains(".masthead");
    }

    @Test
    void whoRefusesBrotliGetsGzip() {
        EntityExchangeResult<byte[]> refused = get(site.assets().css(), "gzip, br;q=0");
        assertThat(refused.getResponseHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void anotherHashIsNotThere() {
        String other = site.assets().css().replaceAll("\\.[0-9a-f]{10}\\.", ".0123456789.");
        assertThat(get(other, "identity").getStatus().value()).isEqualTo(404);
        assertThat(get("/assets/hearth.css", "identity").getStatus().value()).isEqualTo(404);
        assertThat(get(other, "identity").getResponseHeaders().getCacheControl())
                .doesNotContain("immutable");
    }

    private List<String> all() {
        return List.of(site.assets().css(), site.assets().mark(), site.assets().icons());
    }

    private static byte[] body(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody();
        assertThat(body).isNotNull();
        return body;
    }

    private EntityExchangeResult<byte[]> get(String path, String encodings) {
        return browsing.signedOut()
                .client()
                .get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_ENCODING, encodings)
                .exchange()
                .expectBody()
                .returnResult();
    }
}
