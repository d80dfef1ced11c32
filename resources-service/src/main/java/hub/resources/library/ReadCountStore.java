package hub.resources.library;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches {@code library_reads}: one document for a guide and a month, and one for a guide and always. */
@Component
class ReadCountStore {
    private static final String READS = "library_reads";
    private static final String ALWAYS = "always";

    /** Whoever opens a guide less often in a month does not make it one of the most used. */
    private static final int FEWEST = 5;

    private static final int MOST_PIECES = 20_000;

    private final Documents<Row> reads;
    private final DocumentCache<Wanted, List<String>> most;

    ReadCountStore(Collections collections) {
        this.reads = collections.of(READS, Row.class);
        this.most = reads.cache(CacheKey.any(), 10, this::read);
    }

    private record Row(String id, String slug, String month, int times) {}

    private record Wanted(String month, int limit) {}

    Mono<Void> add(String slug, YearMonth month, int times) {
        return add(slug, month.toString(), times).then(add(slug, ALWAYS, times));
    }

    private Mono<Void> add(String slug, String month, int times) {
        return reads.upsert(
                        Documents.byId(month + ":" + slug),
                        new Update()
                                .setOnInsert("slug", slug)
                                .setOnInsert("month", month)
                                .inc("times", times))
                .then();
    }

    Mono<List<String>> most(YearMonth month, int limit) {
        return most.get(new Wanted(month.toString(), limit));
    }

    private Mono<List<String>> read(Wanted wanted) {
        return reads.list(Query.query(
                                where("month").is(wanted.month()).and("times").gte(FEWEST))
                        .with(Sort.by(Direction.DESC, "times"))
                        .limit(wanted.limit()))
                .map(Row::slug)
                .collectList();
    }

    Mono<Set<String>> everOpened() {
        return reads.list(Query.query(where("month").is(ALWAYS)).limit(MOST_PIECES))
                .map(Row::slug)
                .collect(Collectors.toSet());
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration libraryReadIndexes() {
            return new Migration(
                    "library-0002-reads",
                    mongo -> mongo.indexOps(READS)
                            .createIndex(new Index("month", Direction.ASC).on("times", Direction.DESC))
                            .then());
        }
    }
}
