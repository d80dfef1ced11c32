package hub.platform.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

class FormBodyFilterTests {
    private static final DataBuffer HALF =
            DefaultDataBufferFactory.sharedInstance.wrap("text=Half".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private static final Flux<DataBuffer> WHOLE =
            Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(
                    "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA diary\r\n--b--\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))));

    private static FormBodyFilter.Checked sent(Flux<DataBuffer> body, Duration longest) {
        return new FormBodyFilter.Checked(
                MockServerWebExchange.from(MockServerHttpRequest.post("/threads")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(body)),
                longest);
    }

    @Test
    void aFormThatIsBegunAndNeverEndsIsNotWaitedForForEver() {
        var never = sent(Flux.concat(Flux.just(HALF), Flux.never()), Duration.ofMillis(50));
        for (int time = 1; time <= 2; time++) {
            assertThatExceptionOfType(ResponseStatusException.class)
                    .isThrownBy(() -> never.getFormData().block(Duration.ofSeconds(5)))
                    .satisfies(late -> assertThat(late.getStatusCode()).isEqualTo(HttpStatus.REQUEST_TIMEOUT));
        }
    }

    @Test
    void aFormIsReadAsOftenAsItIsAskedFor() {
        var form = sent(Flux.just(HALF), Duration.ofSeconds(5));
        for (int time = 1; time <= 2; time++) {
            assertThat(form.getFormData().block()).containsOnlyKeys("text");
        }
        assertThat(form.getMultipartData().block()).isEmpty();
    }

    @Test
    void ofPeopleWhoHaveSignedInEightSendFilesAtATime(@TempDir Path folder) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("paths", UploadPaths.of("/library/{slug}/files"));
        FormBodyFilter filter =
                new FormBodyFilter(new TemporaryFiles(folder.toString()), beans.getBeanProvider(UploadPaths.class));
        List<Disposable> coming = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            coming.add(begun(filter, Flux.never()).contextWrite(signedIn()).subscribe());
        }
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> begun(filter, WHOLE).contextWrite(signedIn()).block(Duration.ofSeconds(5)))
                .satisfies(busy -> assertThat(busy.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS));
        begun(filter, WHOLE).block(Duration.ofSeconds(5));
        coming.getFirst().dispose();
        begun(filter, WHOLE).contextWrite(signedIn()).block(Duration.ofSeconds(5));
        coming.forEach(Disposable::dispose);
    }

    private static Context signedIn() {
        return ReactiveSecurityContextHolder.withAuthentication(new TestingAuthenticationToken("amina", ""));
    }

    private static Mono<Void> begun(FormBodyFilter filter, Flux<DataBuffer> body) {
        return filter.filter(
                MockServerWebExchange.from(MockServerHttpRequest.post("/library/sleep/files")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .body(body)),
                exchange -> exchange.getFormData().then());
    }
}
