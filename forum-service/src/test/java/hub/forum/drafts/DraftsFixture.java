package hub.forum.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.Browsing.Page;
import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Petronella began to write in the group and has not posted: for nobody else, whoever they are. */
@TestFixture
final class DraftsFixture implements MatrixFixture {
    @Override
    public Set<String> variables() {
        return Set.of("keptReply");
    }

    @Override
    public Map<String, String> make(Place place) {
        Page kept = place.session("Petronella")
                .post("/threads/" + place.get("thread") + "/posts", "text", "Tansyroot" + place.sort(), "keep", "yes");
        assertThat(kept.status()).isEqualTo(303);
        return Map.of("keptReply", place.get("thread"));
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Tansyroot" + sort, Set.of("author")));
    }

    @Override
    public void secretsAreShown(Place place) {
        assertThat(place.session("Petronella")
                        .get("/threads/" + place.get("keptReply") + "/reply")
                        .body())
                .contains("Tansyroot" + place.sort());
    }
}
