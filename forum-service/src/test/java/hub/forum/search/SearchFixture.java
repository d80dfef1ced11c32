package hub.forum.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Plants nothing of its own: what other features planted must be found by whoever may read it, or the rows of the table would prove nothing. */
@TestFixture
final class SearchFixture implements MatrixFixture {
    @Override
    public Set<String> variables() {
        return Set.of();
    }

    @Override
    public Map<String, String> make(Place place) {
        return Map.of();
    }

    @Override
    public void secretsAreShown(Place place) {
        String only = "/search?place=" + place.get("group") + "&q=";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                place.session("Petronella").get(only + "said").body())
                        .contains("<mark class=\"found\">said</mark>"));
        assertThat(place.session("Petronella").get(only + "marzipa").body()).contains("Marzipan" + place.sort());
    }
}
