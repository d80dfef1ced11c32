package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A post of Petronella's that was hidden, and her appeal. */
@TestFixture
final class AppealsFixture implements MatrixFixture {
    private final ReactiveMongoTemplate mongo;

    AppealsFixture(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("concealed", "appeal");
    }

    @Override
    public Map<String, String> make(Place place) {
        Session writes = place.session("Petronella");
        String words = "Woodruff" + place.sort() + " was what I wrote";
        Page started = writes.post("/threads", "group", place.get("group"), "title", "Something else", "text", words);
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        String id = started.location().split("/")[2];
        String thread = "/threads/" + id;
        String post = Stored.idOf(mongo, "posts", "thread", id);
        Session hides = place.session(place.sort().equals("open") ? "Mo" : "Gwendoline");
        assertThat(hides.post(thread + "/posts/" + post + "/hide", "reason", "It names a school")
                        .status())
                .isEqualTo(303);
        Page asked = writes.post("/moderation/hidden/" + post, "words", "Feverfew" + place.sort());
        assertThat(asked.status()).as(asked.body()).isEqualTo(303);
        return Map.of("concealed", post, "appeal", asked.location().replaceAll(".*/", ""));
    }

    @Override
    public List<Secret> secrets(String sort) {
        Set<String> readers = sort.equals("open") ? Set.of("author", "in") : Set.of("author", "Leopoldine", "in");
        return List.of(new Secret("Woodruff" + sort, readers), new Secret("Feverfew" + sort, readers));
    }

    @Override
    public void secretsAreShown(Place place) {
        assertThat(place.session("Petronella")
                        .get("/moderation/hidden/" + place.get("concealed"))
                        .body())
                .contains("Woodruff" + place.sort());
        Session decides = place.session(place.sort().equals("open") ? "Moira" : "Leopoldine");
        assertThat(decides.get("/moderation/appeals/" + place.get("appeal")).body())
                .contains("Feverfew" + place.sort(), "Woodruff" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return Stored.with(mongo, "appeals", "group", place.get("group"));
    }
}
