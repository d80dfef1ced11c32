package hub.mongod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CacheSizeTests {
    private static final long GIBIBYTE = 1L << 30;

    @Test
    void aSixteenthOfTheMachineWithinBounds() {
        assertThat(CacheSize.of(0)).isEqualTo("0.25");
        assertThat(CacheSize.of(2 * GIBIBYTE)).isEqualTo("0.25");
        assertThat(CacheSize.of(8 * GIBIBYTE)).isEqualTo("0.50");
        assertThat(CacheSize.of(256 * GIBIBYTE)).isEqualTo("1.00");
    }

    @Test
    void thisMachineHasOneToo() {
        assertThat(Double.parseDouble(CacheSize.here())).isBetween(0.25, 1.0);
    }
}
