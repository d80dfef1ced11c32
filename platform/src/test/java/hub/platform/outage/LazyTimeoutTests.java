package hub.platform.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LazyTimeoutTests {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void whatIsDoneAtOnceIsDone() {
        AtomicBoolean done = new AtomicBoolean();
        LazyTimeout.upTo(LIMIT, Mono.fromRunnable(() -> done.set(true))).block();
        assertThat(done).isTrue();
    }

    @Test
    void whatFailsFails() {
        assertThatThrownBy(() -> LazyTimeout.upTo(LIMIT, Mono.error(new IllegalStateException("full")))
                        .block())
                .hasMessage("full");
    }

    @Test
    void whatTakesAWhileIsWaitedFor() {
        AtomicBoolean done = new AtomicBoolean();
        LazyTimeout.upTo(LIMIT, Mono.delay(Duration.ofMillis(20)).then(Mono.fromRunnable(() -> done.set(true))))
                .block();
        assertThat(done).isTrue();
    }

    @Test
    void whatTakesTooLongIsEnded() {
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> LazyTimeout.upTo(
                                Duration.ofMillis(20), Mono.<Void>never().doOnCancel(() -> ended.set(true)))
                        .block())
                .hasCauseInstanceOf(TimeoutException.class);
        // It is ended by the timer's thread, after the waiting one has been told.
        await().untilTrue(ended);
    }
}
