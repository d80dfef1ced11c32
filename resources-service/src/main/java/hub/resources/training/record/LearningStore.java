package hub.resources.training.record;

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

/** The only place that touches {@code training_learning}. */
@Component
class LearningStore {
    private static final String LEARNING = "training_learning";

    /** Forty years of ten courses a year. */
    private static final int MOST = 400;

    private final Documents<Learning> learning;

    LearningStore(Collections collections) {
        this.learning = collections.of(LEARNING, Learning.class);
    }

    Mono<Learning> find(String id) {
        return learning.find(id);
    }

    /** A person's, the latest first. */
    Flux<Learning> of(String account) {
        return learning.list(Query.query(where("account").is(account))
                .with(Sort.by(Direction.DESC, "on", "_id"))
                .limit(MOST));
    }

    Mono<Learning> on(String account, String occasion) {
        return learning.first(
                Query.query(where("account").is(account).and("occasion").is(occasion)));
    }

    Mono<Learning> save(Learning one) {
        return learning.put(one);
    }

    Mono<Learning> remove(String id) {
        return learning.remove(Documents.byId(id));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration learningIndexes() {
            return new Migration(
                    "training-learning-0001-indexes",
                    mongo -> Flux.concat(
                                    mongo.indexOps(LEARNING)
                                            .createIndex(new Index("account", Direction.ASC)
                                                    .on("occasion", Direction.ASC)
                                                    .unique()),
                                    mongo.indexOps(LEARNING)
                                            .createIndex(new Index("account", Direction.ASC)
                                                    .on("on", Direction.DESC)
                                                    .on("_id", Direction.DESC)))
                            .then());
        }
    }
}
