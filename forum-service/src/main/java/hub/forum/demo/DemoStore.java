package hub.forum.demo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers in {@code demo} that the community has been loaded. */
@Component
class DemoStore {
    private static final String DEMO = "demo";
    private static final Query COMMUNITY = Query.query(where("_id").is("community"));

    private final ReactiveMongoTemplate mongo;
    private final Clock clock;

    DemoStore(ReactiveMongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Mono<Boolean> isLoaded() {
        return mongo.exists(COMMUNITY, DEMO);
    }

    Mono<Void> loaded() {
        return mongo.upsert(COMMUNITY, new Update().set("at", clock.instant()), Document.class, DEMO)
                .then();
    }
}
