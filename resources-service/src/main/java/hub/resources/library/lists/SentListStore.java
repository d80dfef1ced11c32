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
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code reading_lists_sent}. */
@Component
class SentListStore {
    private static final String SENT = "reading_lists_sent";
    private static final int MOST_REMEMBERED = 5_000;

    /** Of one carer. */
    private static final int MOST_LISTS = 50;

    /** Of one list. */
    private static final int MOST_PEOPLE = 2_000;

    private final Documents<SentList> sent;
    private final DocumentCache<String, List<SentList>> byAccount;

    SentListStore(Collections collections) {
        this.sent = collections.of(SENT, SentList.class);
        this.byAccount = sent.cache(
                CacheKey.field("account"),
                MOST_REMEMBERED,
                account -> sent.list(Query.query(where("account").is(account))
                                .with(Sort.by(Direction.DESC, "at"))
                                .limit(MOST_LISTS))
                        .collectList());
    }

    /** The last one sent first. */
    Flux<SentList> of(String account) {
        return byAccount.get(account).flatMapIterable(found -> found);
    }

    /** Whoever was sent it, the last one first. */
    Flux<SentList> ofList(String list) {
        return sent.list(Query.query(where("list").is(list))
                .with(Sort.by(Direction.DESC, "at"))
                .limit(MOST_PEOPLE));
    }

    Mono<Boolean> exists(String list, String account) {
        return sent.exists(Documents.byId(SentList.id(list, account)));
    }

    Mono<SentList> insert(SentList fresh) {
        return sent.insert(fresh);
    }

    /** Ticks one off, or takes the tick away. */
    Mono<SentList> tick(String list, String account, String guide, boolean done) {
        Update update = done ? new Update().addToSet("done", guide) : new Update().pull("done", guide);
        return sent.change(Documents.byId(SentList.id(list, account)), update);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration sentListIndexes() {
            return new Migration(
                    "library-0005-sent-lists",
                    mongo -> mongo.indexOps(SENT)
                            .createIndex(new Index("account", Direction.ASC).on("at", Direction.DESC))
                            .then(mongo.indexOps(SENT)
                                    .createIndex(new Index("list", Direction.ASC).on("at", Direction.DESC)))
                            .then());
        }
    }
}
