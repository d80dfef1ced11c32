package hub.forum.places;

import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A family hub. What it is like is public, so there is nothing to hide. */
@TestFixture
final class PlacesFixture implements MatrixFixture {
    private final PlaceMaker placing;
    private final ReactiveMongoTemplate mongo;

    PlacesFixture(PlaceMaker placing, ReactiveMongoTemplate mongo) {
        this.placing = placing;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("hub");
    }

    @Override
    public Map<String, String> make(Place place) {
        return Map.of("hub", placing.aHub("Family hub of a place").id());
    }

    @Override
    public Object stored(Place place) {
        return Stored.with(mongo, "family_hubs", "_id", place.get("hub"));
    }
}
