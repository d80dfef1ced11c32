package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.mongo.Ids;
import hub.testkit.Browsing.Session;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A post of Petronella's that waits, put in as it is stored: whoever is limited in one place would be in all, at the same moment. */
@TestFixture
final class WaitingFixture implements MatrixFixture {
    private final ReactiveMongoTemplate mongo;

    WaitingFixture(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("waiting");
    }

    @Override
    public Map<String, String> make(Place place) {
        Document said = Stored.with(mongo, "posts", "_id", place.get("post")).getFirst();
        String id = Ids.next();
        Document waits = new Document(said)
                .append("_id", id)
                .append("parent", said.getString("_id"))
                .append("path", said.getString("path") + "100000000" + id.substring(0, 3))
                .append("createdAt", new Date())
                .append("html", "<p>Elecampane" + place.sort() + " is what waits</p>")
                .append("markdown", "Elecampane" + place.sort() + " is what waits")
                .append("state", "WAITING")
                .append("live", false)
                .append("formKey", id);
        mongo.insert(waits, "posts").block();
        return Map.of("waiting", id);
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret(
                "Elecampane" + sort,
                sort.equals("open") ? Set.of("author", "mod", "in") : Set.of("author", "lead", "in")));
    }

    @Override
    public void secretsAreShown(Place place) {
        Session decides = place.session(place.sort().equals("open") ? "Mo" : "Gwendoline");
        assertThat(decides.get("/moderation/approvals/" + place.get("waiting")).body())
                .contains("Elecampane" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return Stored.with(mongo, "posts", "thread", place.get("thread"));
    }
}
