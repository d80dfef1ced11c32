package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.Browsing.Session;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A report about the post in the place. */
@TestFixture
final class ReportsFixture implements MatrixFixture {
    private final ReactiveMongoTemplate mongo;

    ReportsFixture(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("report", "answered");
    }

    @Override
    public Map<String, String> make(Place place) {
        String words = "Saxifrage" + place.sort() + " is what I say";
        String post = place.get("post");
        String answered = answered(place, post);
        assertThat(place.session("Mabel")
                        .post("/moderation/report", "post", post, "reason", "unkind", "words", words)
                        .status())
                .isEqualTo(303);
        String report = Stored.with(mongo, "reports", "post", post).stream()
                .map(stored -> stored.getString("_id"))
                .filter(id -> !id.equals(answered))
                .findFirst()
                .orElseThrow();
        return Map.of("report", report, "answered", answered);
    }

    /** One of the author's own, which was answered. */
    private String answered(Place place, String post) {
        place.session("Petronella").post("/moderation/report", "post", post, "reason", "unkind", "words", "");
        String own = Stored.idOf(mongo, "reports", "post", post);
        Session decides = place.session(place.sort().equals("open") ? "Mo" : "Leopoldine");
        decides.post("/moderation/reports/" + own + "/take");
        assertThat(decides.post("/moderation/reports/" + own + "/decide", "outcome", "left", "note", "It is kind")
                        .status())
                .isEqualTo(303);
        return own;
    }

    /** Reports are for those who decide them. */
    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Saxifrage" + sort, sort.equals("open") ? Set.of("mod", "in") : Set.of("lead")));
    }

    @Override
    public void secretsAreShown(Place place) {
        Session decides = place.session(place.sort().equals("open") ? "Mo" : "Gwendoline");
        String report = "/moderation/reports/" + place.get("report");
        decides.post(report + "/take");
        assertThat(decides.get(report).body()).contains("Saxifrage" + place.sort(), "Wolfsbane" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return Stored.with(mongo, "reports", "group", place.get("group"));
    }
}
