package hub.platform.tellings;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code tellings}. */
@Component
class TellingStore {
    private static final String TELLINGS = "tellings";

    /** Of one subject, before it is told anew. */
    private static final int MOST = 100;

    /** Nobody looks for what was told longer ago. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final Documents<Telling> tellings;

    TellingStore(Collections collections) {
        this.tellings = collections.of(TELLINGS, Telling.class);
    }

    Mono<Telling> find(String id) {
        return tellings.find(id);
    }

    Flux<Telling> about(String subject) {
        return tellings.list(Query.query(where("subject").is(subject)).limit(MOST));
    }

    Mono<Telling> insert(Telling telling) {
        return tellings.insert(telling);
    }

    Mono<Telling> remove(Telling telling) {
        return tellings.remove(Documents.byId(telling.id()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration tellingIndexes() {
            return new Migration(
                    "tellings-0001-indexes",
                    mongo -> Flux.concat(
                                    mongo.indexOps(TELLINGS).createIndex(new Index("subject", Direction.ASC)),
                                    mongo.indexOps(TELLINGS).createIndex(new Index("at", Direction.ASC).expire(KEPT)))
                            .then());
        }
    }
}
