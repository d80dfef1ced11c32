package hub.forum;

import hub.testkit.QueryWatch;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** A test's own look into the database, for ids that no page shows to those who cause them. */
final class Stored {
    private Stored() {}

    static String idOf(ReactiveMongoTemplate mongo, String collection, String field, String value) {
        Query query = Query.query(Criteria.where(field).is(value)).comment(QueryWatch.TEST);
        return Objects.requireNonNull(
                        mongo.findOne(query, Document.class, collection).block(Duration.ofSeconds(10)))
                .getString("_id");
    }
}
