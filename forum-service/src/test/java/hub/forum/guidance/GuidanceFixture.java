package hub.forum.guidance;

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

/** Petronella asks for guidance; Ssw is the adviser. */
@TestFixture
final class GuidanceFixture implements MatrixFixture {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final GuidanceStore store;
    private final ReactiveMongoTemplate mongo;

    GuidanceFixture(GuidanceStore store, ReactiveMongoTemplate mongo) {
        this.store = store;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("guidance", "adviser");
    }

    @Override
    public Map<String, String> make(Place place) {
        String adviser = place.account("Ssw").id();
        store.put(new Adviser(adviser, true, Instant.now())).block(SHORT);
        GuidanceRequest request = GuidanceRequest.ask(
                Ids.next(),
                place.account("Petronella").id(),
                GuidanceTopic.FAMILY_TIME,
                "Verbena" + place.sort(),
                Instant.now());
        store.insert(request).block(SHORT);
        return Map.of("guidance", request.id(), "adviser", Ids.next());
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Verbena" + sort, Set.of("Ssw", "author")));
    }

    @Override
    public void secretsAreShown(Place place) {
        String path = "/guidance/" + place.get("guidance");
        assertThat(place.session("Petronella").get(path).body()).contains("Verbena" + place.sort());
        assertThat(place.session("Ssw").get(path).body()).contains("Verbena" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return Stored.with(mongo, "guidance_requests", "_id", place.get("guidance"));
    }
}
