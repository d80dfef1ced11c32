package hub.resources.publishing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes in {@code demo} that the demo's publications were loaded, so that one who archives them is not given them again. */
@Component
class DemoPublicationStore {
    private static final String DEMO = "demo";
    private static final Query PUBLICATIONS = Query.query(where("_id").is("publications"));

    private final ReactiveMongoTemplate mongo;

    DemoPublicationStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    Mono<Boolean> loaded() {
        return mongo.exists(PUBLICATIONS, DEMO);
    }

    Mono<Void> noteLoaded(Instant at) {
        return mongo.upsert(PUBLICATIONS, new Update().setOnInsert("at", at), Document.class, DEMO)
                .then();
    }
}
