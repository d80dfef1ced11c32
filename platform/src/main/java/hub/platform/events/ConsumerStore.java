package hub.platform.events;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who takes what, in all services that share the database. */
@Component
class ConsumerStore {
    private static final String CONSUMERS = "event_consumers";
    private static final int MOST = 500;

    private final Documents<Known> consumers;
    private final DocumentCache<String, List<Known>> all;

    ConsumerStore(Collections collections) {
        this.consumers = collections.of(CONSUMERS, Known.class);
        this.all = consumers.cache(
                CacheKey.any(),
                1,
                key -> consumers
                        .list(new Query().with(Sort.by("_id")).limit(MOST))
                        .collectList());
    }

    Mono<List<Known>> all() {
        return all.get("");
    }

    Mono<Void> put(Known consumer) {
        return consumers.put(consumer).then();
    }

    /** Those that a service had and has no longer. */
    Flux<Known> others(String service, Set<String> names) {
        return consumers.list(
                Query.query(where("service").is(service).and("_id").nin(names)).limit(MOST));
    }

    Mono<Void> remove(String name) {
        return consumers.remove(Documents.byId(name)).then();
    }

    /**
     * @param id its name
     * @param service in which it lives
     * @param events names of what it takes
     */
    record Known(String id, String service, Set<String> events) {}

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration consumerIndexes() {
            return new Migration(
                    "events-0001-indexes",
                    mongo -> mongo.indexOps(CONSUMERS)
                            .createIndex(new Index("service", Direction.ASC).on("_id", Direction.ASC))
                            .then());
        }
    }
}
