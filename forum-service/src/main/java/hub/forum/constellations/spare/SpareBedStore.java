package hub.forum.constellations.spare;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Visibility;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Duration;
import java.time.Instant;
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

/** The only place that touches {@code constellation_spare_beds}. */
@Component
class SpareBedStore {
    static final String SPARE_BEDS = "constellation_spare_beds";

    /** More households than a council has constellations for. */
    private static final int MOST = 300;

    private final Documents<SpareBed> beds;

    SpareBedStore(Collections collections) {
        this.beds = collections.of(SPARE_BEDS, SpareBed.class);
    }

    /** Whether a household says so. */
    Mono<Boolean> has(String id) {
        return beds.find(id).hasElement();
    }

    /** Those that are not over: of all constellations for duty workers, of their own for liaison workers, none for everybody else. */
    Flux<SpareBed> list(Instant now, Visibility visibility) {
        Criteria current = where("until").gt(now);
        List<String> overseen = visibility.ownReadable().stream()
                .filter(group -> ConstellationPolicy.mayOversee(visibility, group))
                .toList();
        boolean all = SpareBeds.isForDuty(visibility.viewer());
        if (!all && overseen.isEmpty()) {
            return Flux.empty();
        }
        return beds.list(Query.query(all ? current : current.and("group").in(overseen))
                .with(Sort.by("until", "_id"))
                .limit(MOST));
    }

    Mono<SpareBed> insert(SpareBed bed) {
        return beds.insert(bed);
    }

    /** Empty if it is not there. */
    Mono<SpareBed> remove(String id) {
        return beds.remove(Documents.byId(id));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        /** What is over goes by itself. */
        @Bean
        Migration spareBedIndexes() {
            return new Migration("constellations-0004-spare-beds", mongo -> {
                var indexes = mongo.indexOps(SPARE_BEDS);
                return Flux.concat(
                                indexes.createIndex(new Index("until", Direction.ASC).on("_id", Direction.ASC)),
                                indexes.createIndex(new Index("until", Direction.ASC).expire(Duration.ZERO)))
                        .then();
            });
        }
    }
}
