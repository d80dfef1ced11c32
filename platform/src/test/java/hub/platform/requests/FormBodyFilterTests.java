package hub.platform.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;

class FormBodyFilterTests {
    private static final DataBuffer HALF =
            DefaultDataBufferFactory.sharedInstance.wrap("text=Half".getBytes(java.nio.charset.StandardCharsets.UTF_8));

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
}
