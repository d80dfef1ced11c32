package hub.platform.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches the collection {@code supervisions}. */
@Component
class SupervisionStore {
    private static final String SUPERVISIONS = "supervisions";

    /** A social worker supervises some twenty households; the bound is for one who holds those of a whole team for a while. */
    private static final int MOST = 500;

    private static final int MOST_REMEMBERED = 5_000;

    private final Documents<Supervision> supervisions;
    private final DocumentCache<String, Supervision> byHousehold;
    private final DocumentCache<String, Set<String>> byWorker;

    SupervisionStore(Collections collections) {
        this.supervisions = collections.of(SUPERVISIONS, Supervision.class);
        this.byHousehold = supervisions.cache(CacheKey.id(), MOST_REMEMBERED, supervisions::find);
        // A household that moves from one worker to another concerns both, and a change tells only one of them.
        this.byWorker = supervisions.cache(
                CacheKey.any(),
                MOST_REMEMBERED,
                worker -> supervisions
                        .list(Query.query(where("worker").is(worker)).limit(MOST))
                        .map(Supervision::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Mono<Supervision> of(String household) {
        return byHousehold.get(household);
    }

    Mono<Set<String>> households(String worker) {
        return byWorker.get(worker);
    }

    Mono<Supervision> put(Supervision supervision) {
        return supervisions.put(supervision);
    }

    Mono<Void> remove(String household) {
        return supervisions.remove(Documents.byId(household)).then();
    }

    @Configuration(proxyBeanMethods = false)
    static class SupervisionMigrations {
        @Bean
        Migration supervisionIndexes() {
            return new Migration(
                    "supervisions-0001-worker",
                    mongo -> mongo.indexOps(SUPERVISIONS)
                            .createIndex(new Index("worker", Direction.ASC))
                            .then());
        }
    }
}
