package hub.forum.guidance;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
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

/** The only place that touches {@code guidance_requests} and {@code guidance_advisers}. */
@Component
class GuidanceStore {
    private static final String REQUESTS = "guidance_requests";
    private static final String ADVISERS = "guidance_advisers";
    private static final int MOST = 200;
    private static final int MOST_ADVISERS = 50;

    private final Documents<GuidanceRequest> requests;
    private final Documents<Adviser> advisers;
    private final DocumentCache<String, List<Adviser>> allAdvisers;

    GuidanceStore(Collections collections) {
        this.requests = collections.of(REQUESTS, GuidanceRequest.class);
        this.advisers = collections.of(ADVISERS, Adviser.class);
        this.allAdvisers = advisers.cache(
                CacheKey.any(),
                1,
                all -> advisers.list(new Query().with(Sort.by("_id")).limit(MOST_ADVISERS))
                        .collectList()
                        .map(List::copyOf));
    }

    Mono<List<Adviser>> advisers() {
        return allAdvisers.get("all");
    }

    Mono<Adviser> put(Adviser adviser) {
        return advisers.put(adviser);
    }

    Mono<Adviser> removeAdviser(String account) {
        return advisers.remove(Documents.byId(account));
    }

    Mono<GuidanceRequest> find(String id) {
        return requests.find(id);
    }

    /** Somebody's own, the newest first. */
    Flux<GuidanceRequest> of(String account) {
        return requests.list(Query.query(where("account").is(account))
                .with(Sort.by(Direction.DESC, "askedAt"))
                .limit(MOST));
    }

    /** In one state, whoever has waited longest first. */
    Flux<GuidanceRequest> in(GuidanceRequest.State state) {
        return requests.list(
                Query.query(where("state").is(state)).with(Sort.by("askedAt")).limit(MOST));
    }

    Mono<Long> count(GuidanceRequest.State state) {
        return requests.count(Query.query(where("state").is(state)).limit(MOST));
    }

    Mono<GuidanceRequest> insert(GuidanceRequest request) {
        return requests.insert(request);
    }

    /** Empty if another change was first. */
    Mono<GuidanceRequest> replace(GuidanceRequest after, int before) {
        return requests.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration guidanceIndexes() {
            return new Migration("guidance-0001-indexes", mongo -> {
                var indexes = mongo.indexOps(REQUESTS);
                return Flux.concat(
                                indexes.createIndex(new Index("account", Direction.ASC).on("askedAt", Direction.DESC)),
                                indexes.createIndex(new Index("state", Direction.ASC).on("askedAt", Direction.ASC)))
                        .then();
            });
        }
    }
}
