package hub.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LoggableFailureTests {
    @Test
    void theLogHasWhatFailedAndWhereButNotTheAddress() {
        Throwable failure =
                catchThrowable(() -> Mono.error(new IllegalStateException("outer", new ArithmeticException("inner")))
                        .checkpoint("HTTP GET \"/threads/abc/a-secret-title\" [ExceptionHandlingWebHandler]")
                        .block());
        assertThat(printed(failure)).contains("secret");
        assertThat(printed(LoggableFailure.of(failure)))
                .contains("java.lang.IllegalStateException: outer", "java.lang.ArithmeticException: inner", "at hub.")
                .doesNotContain("secret");
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
