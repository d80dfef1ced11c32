package hub.resources.publishing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
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

    private final Documents<Document> readings;
    private final DocumentCache<String, Boolean> noted;

    ReadingStore(Collections collections) {
        this.readings = collections.of(READINGS, Document.class);
        this.noted = readings.cache(CacheKey.id(), MOST_REMEMBERED, id -> readings.exists(Documents.byId(id)));
    }

    /** Notes it once; a second time changes nothing. */
    Mono<Void> note(String publication, String account, Instant at) {
        Update first = new Update()
                .setOnInsert("publication", publication)
                .setOnInsert("account", account)
                .setOnInsert("at", at);
        return readings.upsert(Documents.byId(key(publication, account)), first).then();
    }

    /** Those of the publications that this person has said they read. */
    Mono<Set<String>> readBy(String account, Collection<String> publications) {
        return Flux.fromIterable(publications)
                .filterWhen(id -> noted.get(key(id, account)))
                .collect(Collectors.toSet());
    }

    Mono<Long> count(String publication) {
        return readings.count(Query.query(where("publication").is(publication)));
    }

    private static String key(String publication, String account) {
        return publication + ":" + account;
    }
}
