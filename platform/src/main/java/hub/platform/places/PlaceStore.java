package hub.platform.places;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import hub.platform.mongo.PageKey;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code family_hubs}. */
@Component
class PlaceStore {
    private static final String HUBS = "family_hubs";
    private static final int MOST_REMEMBERED = 500;

    private final Documents<FamilyHub> hubs;
    private final DocumentCache<String, FamilyHub> byId;

    PlaceStore(Collections collections) {
        this.hubs = collections.of(HUBS, FamilyHub.class);
        this.byId = hubs.cache(CacheKey.id(), MOST_REMEMBERED, hubs::find);
    }

    Mono<FamilyHub> find(String id) {
        return byId.get(id);
    }

    /** As it is stored, in the transaction that changes it. */
    Mono<FamilyHub> toChange(String id) {
        return hubs.find(id);
    }

    Mono<Map<String, FamilyHub>> all(Collection<String> ids) {
        return byId.getAll(ids, missing -> hubs.list(missing).collectMap(FamilyHub::id));
    }

    /** By name, from after a given one. */
    Flux<FamilyHub> list(FamilyHub.State state, @Nullable FamilyHub after, int limit) {
        Criteria which = where("state").is(state);
        Criteria later = after == null
                ? which
                : new Criteria().andOperator(which, PageKey.after("facts.name", after.name(), after.id()));
        return hubs.list(Query.query(later).with(Sort.by("facts.name", "_id")).limit(limit));
    }

    Mono<FamilyHub> insert(FamilyHub hub) {
        return hubs.insert(hub);
    }

    /** Empty if another change was first. */
    Mono<FamilyHub> replace(FamilyHub changed, int before) {
        return hubs.replace(
                Query.query(where("_id").is(changed.id()).and("version").is(before)), changed);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration placeIndexes() {
            return new Migration(
                    "places-0001-indexes",
                    mongo -> mongo.indexOps(HUBS)
                            .createIndex(new Index("state", Direction.ASC)
                                    .on("facts.name", Direction.ASC)
                                    .on("_id", Direction.ASC))
                            .then());
        }
    }
}
