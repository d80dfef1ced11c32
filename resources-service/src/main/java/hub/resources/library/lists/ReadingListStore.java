package hub.resources.library.lists;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code reading_lists}. A service has some dozens of them, so all are remembered together. */
@Component
class ReadingListStore {
    private static final String LISTS = "reading_lists";
    private static final int MOST = 200;

    private final Documents<ReadingList> lists;
    private final DocumentCache<String, List<ReadingList>> all;
    private final DocumentCache<String, ReadingList> byId;

    ReadingListStore(Collections collections) {
        this.lists = collections.of(LISTS, ReadingList.class);
        this.all = lists.cache(
                CacheKey.any(),
                1,
                key -> lists.list(new Query().with(Sort.by("title", "_id")).limit(MOST))
                        .collectList());
        this.byId = lists.cache(CacheKey.id(), MOST, lists::find);
    }

    /** By title. */
    Flux<ReadingList> all() {
        return all.get("").flatMapIterable(found -> found);
    }

    Mono<ReadingList> find(String id) {
        return byId.get(id);
    }

    /** As it is stored now, for a transaction that changes it. */
    Mono<ReadingList> toChange(String id) {
        return lists.find(id);
    }

    /** Inserts it; or finds what the same author has stored with the same key before. */
    Mono<ReadingList> insertOrFind(ReadingList fresh) {
        return lists.insert(fresh)
                .onErrorResume(
                        DuplicateKeyException.class,
                        twice -> lists.first(Query.query(where("author")
                                .is(fresh.author())
                                .and("formKey")
                                .is(fresh.formKey()))));
    }

    /** Stores the next revision; empty if the one before it is no longer the current one. */
    Mono<ReadingList> replace(ReadingList next) {
        return lists.replace(
                Query.query(where("_id").is(next.id()).and("revision").is(next.revision() - 1)), next);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration readingListIndexes() {
            return new Migration(
                    "library-0004-reading-lists",
                    mongo -> mongo.indexOps(LISTS)
                            .createIndex(new Index("title", Direction.ASC).on("_id", Direction.ASC))
                            .then(mongo.indexOps(LISTS)
                                    .createIndex(new Index("author", Direction.ASC)
                                            .on("formKey", Direction.ASC)
                                            .unique()))
                            .then());
        }
    }
}
