package hub.forum.drafts;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code drafts}. What a person has is remembered, as each conversation that they open asks for it. */
@Component
class DraftStore {
    static final String DRAFTS = "drafts";
    static final int MOST = 100;

    /** In characters, of all that is remembered. */
    private static final long MOST_REMEMBERED = 10_000_000;

    private static final int WEIGHT = 300;

    private final Documents<Draft> drafts;
    private final DocumentCache<String, List<Draft>> byAccount;

    DraftStore(Collections collections) {
        this.drafts = collections.of(DRAFTS, Draft.class);
        this.byAccount = drafts.weighedCache(
                CacheKey.field("account"), MOST_REMEMBERED, (account, some) -> weight(some), this::read);
    }

    private static int weight(List<Draft> some) {
        return WEIGHT
                + some.stream()
                        .mapToInt(draft -> WEIGHT + draft.text().length())
                        .sum();
    }

    private Mono<List<Draft>> read(String account) {
        return drafts.list(Query.query(where("account").is(account))
                        .with(Sort.by(Direction.DESC, "changedAt"))
                        .limit(MOST))
                .collectList();
    }

    /** The last changed first. */
    Mono<List<Draft>> of(String account) {
        return byAccount.get(account);
    }

    Mono<Draft> find(String id) {
        return drafts.find(id);
    }

    Mono<Draft> put(Draft draft) {
        return drafts.put(draft);
    }

    Mono<Draft> remove(String id) {
        return drafts.remove(Documents.byId(id));
    }

    /** Unless it was changed since. */
    Mono<Draft> removeUntouchedSince(String id, Instant moment) {
        return drafts.remove(Query.query(where("_id").is(id).and("changedAt").lte(moment)));
    }
}
