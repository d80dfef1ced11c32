package hub.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTests {
    @Test
    void anIdIsTwelveSignsThatAreHardToConfuse() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(Ids.next()).matches("[0-9a-hjkmnp-tv-z]{12}");
        }
    }

    @Test
    void noTwoAreAlike() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(Ids.next());
        }
        assertThat(seen).hasSize(100_000);
    }

    @Test
    void everySignIsUsedInEveryPlace() {
        for (int place = 0; place < 12; place++) {
            Set<Character> signs = new HashSet<>();
            for (int i = 0; i < 2_000; i++) {
                signs.add(Ids.next().charAt(place));
            }
            assertThat(signs).as("place " + place).hasSize(32);
        }
    }

    @Test
    void theSameSourceHasTheSameIdAndAnotherAnother() {
        assertThat(Ids.of("larkhill/1")).isEqualTo(Ids.of("larkhill/1")).matches("[0-9a-z]{12}");
        assertThat(Ids.of("larkhill/1")).isNotEqualTo(Ids.of("larkhill/2"));
        assertThat(Ids.of("")).hasSize(12);
    }
}
