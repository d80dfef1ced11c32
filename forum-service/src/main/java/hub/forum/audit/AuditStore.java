package hub.forum.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Inserts and reads; nothing else touches {@code audit_log}. */
@Component
class AuditStore {
    private static final String AUDIT_LOG = "audit_log";

    private final Documents<AuditEntry> entries;

    AuditStore(Collections collections) {
        this.entries = collections.of(AUDIT_LOG, AuditEntry.class);
    }

    Mono<Void> append(AuditEntry entry) {
        return entries.insert(entry).then();
    }

    Flux<AuditEntry> before(Instant moment, int limit) {
        return entries.list(Query.query(where("at").lt(moment))
                .with(Sort.by(Direction.DESC, "at"))
                .limit(limit));
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
