package hub.platform.queue;

import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Work that failed. */
@TestFixture
final class QueueFixture implements MatrixFixture {
    private final ReactiveMongoTemplate mongo;

    QueueFixture(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("item");
    }

    @Override
    public Map<String, String> make(Place place) {
        QueuedItem item = QueuedItem.fresh("test", place.get("post"), place.get("post"), Instant.EPOCH, new Document());
        mongo.insert(new SetAside(item.id(), item, Instant.EPOCH, "Broken at test"), QueueStore.SET_ASIDE)
                .block(Duration.ofSeconds(10));
        return Map.of("item", item.id());
    }
}
