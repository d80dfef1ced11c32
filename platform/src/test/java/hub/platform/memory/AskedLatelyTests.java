package hub.platform.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedLatelyTests {
    private final AskedLately lately = new AskedLately();

    @Test
    void theSecondTimeItIsKnown() {
        assertThat(lately.again("kv3m9w2x7q1a")).isFalse();
        assertThat(lately.again("kv3m9w2x7q1a")).isTrue();
        assertThat(lately.again("kv3m9w2x7q1b")).isFalse();
    }

    @Test
    void whatWasAskedForLongAgoIsForgotten() {
        lately.again("long ago");
        IntStream.range(0, 100_000).forEach(other -> lately.again("other " + other));
        assertThat(lately.again("long ago")).isFalse();
    }
}
