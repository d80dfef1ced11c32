package hub.resources.policies;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code policies}. A service has some dozens of them, so their list is remembered as a whole. */
@Component
class PolicyStore {
    static final String POLICIES = "policies";
    private static final int MOST = 100;

    private final Documents<Policy> policies;
    private final DocumentCache<String, List<Policy>> all;
    private final DocumentCache<String, Policy> byId;

    PolicyStore(Collections collections) {
        this.policies = collections.of(POLICIES, Policy.class);
        this.all = policies.cache(
                CacheKey.any(),
                1,
                key -> policies.list(new Query().with(Sort.by("title", "_id")).limit(MOST))
                        .collectList());
        this.byId = policies.cache(CacheKey.id(), MOST, policies::find);
    }

    /** By title. */
    Flux<Policy> all() {
        return all.get("").flatMapIterable(list -> list);
    }

    Mono<Policy> find(String id) {
        return byId.get(id);
    }

    /** As it is stored now, for a transaction that changes it. */
    Mono<Policy> toChange(String id) {
        return policies.find(id);
    }

    Flux<Policy> toIndex(Collection<String> ids) {
        return policies.list(ids);
    }

    Flux<String> idsAfter(String id, int limit) {
        return policies.idsAfter(id, limit);
    }

    Mono<Policy> insert(Policy policy) {
        return policies.insert(policy);
    }

    /** Stores the next revision; empty if the one before it is no longer the current one. */
    Mono<Policy> replace(Policy next) {
        return policies.replace(
                Query.query(where("_id").is(next.id()).and("revision").is(next.revision() - 1)), next);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration policyIndexes() {
            return new Migration(
                    "policies-0001-indexes",
                    mongo -> mongo.indexOps(POLICIES)
                            .createIndex(new Index("title", Direction.ASC).on("_id", Direction.ASC))
                            .then());
        }
    }
}
