package hub.forum.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Petronella worries about a child; Lead is the safeguarding lead. */
@TestFixture
final class ConcernsFixture implements MatrixFixture {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final ConcernStore store;
    private final ReactiveMongoTemplate mongo;

    ConcernsFixture(ConcernStore store, ReactiveMongoTemplate mongo) {
        this.store = store;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("concern");
    }

    @Override
    public Map<String, String> make(Place place) {
        Concern concern = Concern.raise(
                Ids.next(), place.account("Petronella").id(), "Marigold" + place.sort(), "", null, Instant.now());
        store.insert(concern).block(SHORT);
        return Map.of("concern", concern.id());
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Marigold" + sort, Set.of("Lead", "author")));
    }

    @Override
    public void secretsAreShown(Place place) {
        String path = "/concerns/" + place.get("concern");
        assertThat(place.session("Petronella").get(path).body()).contains("Marigold" + place.sort());
        assertThat(place.session("Lead").get(path).body()).contains("Marigold" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return Stored.with(mongo, "concerns", "_id", place.get("concern"));
    }
}
