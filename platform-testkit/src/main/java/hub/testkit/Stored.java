package hub.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** A test's own look into the database, for what no page shows. */
public final class Stored {
    private static final Duration SOON = Duration.ofSeconds(10);

    private Stored() {}

    /** @return the id of the document whose field has this value; there must be one */
    public static String idOf(ReactiveMongoTemplate mongo, String collection, String field, String value) {
        return Objects.requireNonNull(mongo.findOne(query(Criteria.where(field).is(value)), Document.class, collection)
                        .block(SOON))
                .getString("_id");
    }

    /** @return all documents whose field has this value, by their ids */
    public static List<Document> with(ReactiveMongoTemplate mongo, String collection, String field, String value) {
        return Objects.requireNonNull(mongo.find(query(Criteria.where(field).is(value)), Document.class, collection)
                .collectSortedList((a, b) -> a.getString("_id").compareTo(b.getString("_id")))
                .block(SOON));
    }

    /** Takes away all documents whose field has one of these values. */
    public static void remove(ReactiveMongoTemplate mongo, String collection, String field, List<String> values) {
        mongo.remove(query(Criteria.where(field).in(values)), collection).block(SOON);
    }

    private static Query query(Criteria criteria) {
        return Query.query(criteria).comment(QueryWatch.TEST);
    }
}
