package hub.forum.visits;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code visits}. */
@Component
class VisitStore {
    static final String VISITS = "visits";
    private static final int MOST_REMEMBERED = 20_000;

    private final Documents<Visit> visits;
    private final DocumentCache<String, Visit> byAccount;

    VisitStore(Collections collections) {
        this.visits = collections.of(VISITS, Visit.class);
        this.byAccount = visits.cache(CacheKey.id(), MOST_REMEMBERED, visits::find);
    }

    Mono<Visit> find(String account) {
        return byAccount.get(account);
    }

    /** Two processes that a person uses at once write the same {@code since}; the later {@code seen} stays. */
    Mono<Void> save(Visit visit) {
        return visits.upsert(
                        Documents.byId(visit.id()),
                        new Update()
                                .set("since", visit.since())
                                .max("seen", visit.seen())
                                .min("first", visit.first()))
                .then();
    }
}
