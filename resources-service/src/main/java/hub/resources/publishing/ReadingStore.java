package hub.resources.publishing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches {@code publication_readings}: who said that they have read what. */
@Component
class ReadingStore {
    static final String READINGS = "publication_readings";

    private final ReactiveMongoTemplate mongo;

    ReadingStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Notes it once; a second time changes nothing. */
    Mono<Void> note(String publication, String account, Instant at) {
        Update first = new Update()
                .setOnInsert("publication", publication)
                .setOnInsert("account", account)
                .setOnInsert("at", at);
        return mongo.upsert(Query.query(where("_id").is(key(publication, account))), first, Document.class, READINGS)
                .retryWhen(hub.platform.mongo.Conflicts.retryDuplicates())
                .then();
    }

    /** Those of the publications that this person has said they read. */
    Mono<Set<String>> readBy(String account, Collection<String> publications) {
        Query query = Query.query(where("_id")
                .in(publications.stream().map(id -> key(id, account)).toList()));
        return mongo.find(query, Document.class, READINGS)
                .map(reading -> reading.getString("publication"))
                .collect(Collectors.toSet());
    }

    Mono<Long> count(String publication) {
        return mongo.count(Query.query(where("publication").is(publication)), READINGS);
    }

    private static String key(String publication, String account) {
        return publication + ":" + account;
    }
}
