package hub.forum.ambassadors;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.List;
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

/** The only place that touches {@code ambassadors}. Nothing of it is kept in memory: what somebody takes back is gone with the next page. */
@Component
class AmbassadorStore {
    private static final String AMBASSADORS = "ambassadors";
    /** More than a council has. */
    private static final int MOST = 500;

    private final Documents<Ambassador> ambassadors;

    AmbassadorStore(Collections collections) {
        this.ambassadors = collections.of(AMBASSADORS, Ambassador.class);
    }

    /** Her own profile, or anybody's for recruitment officers. */
    private static Criteria readableBy(Viewer viewer) {
        return Ambassadors.recruits(viewer) ? new Criteria() : where("_id").is(viewer.id());
    }

    /** One whom the viewer may see whole: herself, or anybody for recruitment officers. */
    Mono<Ambassador> find(String id, Viewer viewer) {
        return ambassadors.first(
                Query.query(new Criteria().andOperator(where("_id").is(id), readableBy(viewer))));
    }

    /** In one state, the longest first, for recruitment officers; nothing for everybody else. */
    Flux<Ambassador> from(Ambassador.State state, Viewer viewer) {
        return Ambassadors.recruits(viewer) ? in(state) : Flux.empty();
    }

    /** The active ones, the longest first: for what they agreed to publish, and for whom the press office may ask. */
    Flux<Ambassador> active() {
        return in(Ambassador.State.ACTIVE);
    }

    private Flux<Ambassador> in(Ambassador.State state) {
        return ambassadors.list(Query.query(where("state").is(state))
                .with(Sort.by("since", "_id"))
                .limit(MOST));
    }

    /** For a change of it, or to show what she agreed to show. */
    Mono<Ambassador> byId(String id) {
        return ambassadors.find(id);
    }

    Mono<Ambassador> insert(Ambassador ambassador) {
        return ambassadors.insert(ambassador);
    }

    Mono<Void> insertAll(List<Ambassador> all) {
        return ambassadors.insertAll(all);
    }

    /** Empty if another change was first. */
    Mono<Ambassador> replace(Ambassador after, int before) {
        return ambassadors.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration ambassadorIndexes() {
            return new Migration(
                    "ambassadors-0001-indexes",
                    mongo -> mongo.indexOps(AMBASSADORS)
                            .createIndex(new Index("state", Direction.ASC)
                                    .on("since", Direction.ASC)
                                    .on("_id", Direction.ASC))
                            .then());
        }
    }
}
