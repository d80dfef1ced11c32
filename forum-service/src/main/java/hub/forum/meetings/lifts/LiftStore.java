package hub.forum.meetings.lifts;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code meeting_lifts}. Who may read them is said by whoever asks: {@link Lifts}. */
@Component
class LiftStore {
    private static final String LIFTS = "meeting_lifts";

    /** To one activity. */
    private static final int MOST = 200;

    private final Documents<Lift> lifts;

    LiftStore(Collections collections) {
        this.lifts = collections.of(LIFTS, Lift.class);
    }

    Mono<Lift> find(String id) {
        return lifts.find(id);
    }

    /** In the order in which they were said. */
    Flux<Lift> to(String meeting) {
        return lifts.list(
                Query.query(where("meeting").is(meeting)).with(Sort.by("at")).limit(MOST));
    }

    /** Somebody's own in one group. */
    Flux<Lift> of(String account, String group) {
        return lifts.list(
                Query.query(where("account").is(account).and("group").is(group)).limit(MOST));
    }

    /** Somebody's own, wherever. */
    Flux<Lift> of(String account) {
        return lifts.list(Query.query(where("account").is(account)).limit(MOST));
    }

    Mono<Lift> put(Lift lift) {
        return lifts.put(lift);
    }

    Mono<Lift> remove(String id) {
        return lifts.remove(Documents.byId(id));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration liftIndexes() {
            return new Migration("meetings-0004-lifts", mongo -> {
                var indexes = mongo.indexOps(LIFTS);
                return Flux.concat(
                                indexes.createIndex(new Index("meeting", Direction.ASC).on("at", Direction.ASC)),
                                indexes.createIndex(new Index("account", Direction.ASC).on("group", Direction.ASC)))
                        .then();
            });
        }
    }
}
