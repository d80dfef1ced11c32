package hub.resources.readings;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code readings}. */
@Component
class ReadingStore {
    static final String READINGS = "readings";

    private static final int MOST_REMEMBERED = 20_000;

    private final Documents<Reading> readings;
    private final DocumentCache<String, Boolean> noted;

    ReadingStore(Collections collections) {
        this.readings = collections.of(READINGS, Reading.class);
        this.noted = readings.cache(CacheKey.id(), MOST_REMEMBERED, id -> readings.exists(Documents.byId(id)));
    }

    /** Notes it once; a second time changes nothing. */
    Mono<Void> note(Reading reading) {
        Update first = new Update()
                .setOnInsert("of", reading.of())
                .setOnInsert("account", reading.account())
                .setOnInsert("at", reading.at());
        return readings.upsert(Documents.byId(reading.id()), first).then();
    }

    Mono<Boolean> has(ToRead what, String account) {
        return noted.get(Reading.id(what, account)).defaultIfEmpty(false);
    }

    Flux<Reading> of(ToRead what, int limit) {
        return readings.list(
                Query.query(where("of").is(what.key())).with(Sort.by("at")).limit(limit));
    }
}
