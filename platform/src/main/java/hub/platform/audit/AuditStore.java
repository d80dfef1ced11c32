package hub.platform.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Instant;
import java.util.LinkedHashMap;
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

    Flux<AuditEntry> before(Instant moment, AuditFilter filter, int limit) {
        return entries.list(Query.query(wanted(moment, filter))
                .with(Sort.by(Direction.DESC, "at"))
                .limit(limit));
    }

    private static Criteria wanted(Instant moment, AuditFilter filter) {
        Criteria at = where("at").lt(moment);
        Criteria all = filter.since() == null ? at : at.gte(filter.since());
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("act", filter.act());
        fields.put("actor", filter.actor());
        fields.put("subject", filter.subject());
        fields.put("group", filter.group());
        for (var field : fields.entrySet()) {
            if (field.getValue() != null) {
                all = all.and(field.getKey()).is(field.getValue());
            }
        }
        return all;
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

        @Bean
        Migration auditFilters() {
            return new Migration(
                    "audit-0002-filters",
                    mongo -> Flux.just("act", "actor", "subject", "group")
                            .concatMap(field -> mongo.indexOps(AUDIT_LOG)
                                    .createIndex(new Index(field, Direction.ASC).on("at", Direction.DESC)))
                            .then());
        }
    }
}
