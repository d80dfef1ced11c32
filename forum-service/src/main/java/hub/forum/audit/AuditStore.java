package hub.forum.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Migration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Inserts and reads; nothing else touches {@code audit_log}. */
@Component
class AuditStore {
    private static final String AUDIT_LOG = "audit_log";

    private final ReactiveMongoTemplate mongo;

    AuditStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    Mono<Void> append(AuditEntry entry) {
        return mongo.insert(entry, AUDIT_LOG).then();
    }

    Flux<AuditEntry> before(Instant moment, int limit) {
        return mongo.find(
                Query.query(where("at").lt(moment))
                        .with(Sort.by(Direction.DESC, "at"))
                        .limit(limit),
                AuditEntry.class,
                AUDIT_LOG);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration auditIndexes() {
            return new Migration(
                    "audit-0001-indexes",
                    mongo -> mongo.indexOps(AUDIT_LOG)
                            .createIndex(new Index("at", Direction.DESC))
                            .then());
        }
    }
}
