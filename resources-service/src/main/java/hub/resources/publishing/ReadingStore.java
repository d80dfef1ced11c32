package hub.resources.publishing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code publication_readings}: who said that they have read what. */
@Component
class ReadingStore {
    static final String READINGS = "publication_readings";

    private static final int MOST_REMEMBERED = 20_000;

    private final ReactiveMongoTemplate mongo;
    private final Remembered<String, Boolean> noted;

    ReadingStore(ReactiveMongoTemplate mongo, Memory memory) {
        this.mongo = mongo;
        this.noted = memory.of(
                READINGS,
                Key.id(),
                MOST_REMEMBERED,
                id -> mongo.exists(Query.query(where("_id").is(id)), READINGS));
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
        return Flux.fromIterable(publications)
                .filterWhen(id -> noted.get(key(id, account)))
                .collect(Collectors.toSet());
    }

    Mono<Long> count(String publication) {
        return mongo.count(Query.query(where("publication").is(publication)), READINGS);
    }

    private static String key(String publication, String account) {
        return publication + ":" + account;
    }
}
