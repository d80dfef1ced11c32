package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A warning of Petronella's that she has read, put in as it is stored: until she has, she could say nothing anywhere. And a text that moderators keep. */
@TestFixture
final class PersonActsFixture implements MatrixFixture {
    private final ReactiveMongoTemplate mongo;

    PersonActsFixture(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("act", "warned", "kept", "which");
    }

    @Override
    public Map<String, String> make(Place place) {
        String id = Ids.next();
        String person = place.account("Petronella").id();
        mongo.insert(
                        new Document("_id", id)
                                .append("reference", "M-" + id)
                                .append("person", person)
                                .append("kind", "WARNING")
                                .append("reason", "Agrimony" + place.sort() + " is the reason")
                                .append("by", place.account("Mo").id())
                                .append("at", new Date())
                                .append("acknowledgedAt", new Date())
                                .append("inForce", false)
                                .append("formKey", id),
                        "person_acts")
                .block();
        mongo.insert(
                        new Document("_id", id)
                                .append("title", "Kept " + id)
                                .append("text", "Skullcap" + place.sort() + " is what we say")
                                .append("by", place.account("Mo").id())
                                .append("at", new Date()),
                        "saved_replies")
                .block();
        return Map.of("act", id, "warned", person, "kept", id, "which", "reports.csv");
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(
                new Secret("Agrimony" + sort, Set.of("author", "mod", "in")),
                new Secret("Skullcap" + sort, Set.of("mod", "in")));
    }

    @Override
    public void secretsAreShown(Place place) {
        assertThat(place.session("Petronella")
                        .get("/moderation/acts/" + place.get("act"))
                        .body())
                .contains("Agrimony" + place.sort());
        assertThat(place.session("Mo").get("/moderation/replies").body()).contains("Skullcap" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                Stored.with(mongo, "person_acts", "_id", place.get("act")),
                Stored.with(mongo, "saved_replies", "_id", place.get("kept")));
    }
}
