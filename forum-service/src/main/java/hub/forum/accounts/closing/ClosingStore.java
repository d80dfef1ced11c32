package hub.forum.accounts.closing;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import hub.platform.mongo.PageKey;
import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code account_closings}. */
@Component
class ClosingStore {
    private static final String CLOSINGS = "account_closings";

    private final Documents<ClosingRequest> closings;

    ClosingStore(Collections collections) {
        this.closings = collections.of(CLOSINGS, ClosingRequest.class);
    }

    Mono<ClosingRequest> find(String account) {
        return closings.find(account);
    }

    Mono<ClosingRequest> put(ClosingRequest request) {
        return closings.put(request);
    }

    Mono<ClosingRequest> remove(String account) {
        return closings.remove(Documents.byId(account));
    }

    /** The next to be closed first, from after a moment and an account; null for the beginning. */
    Flux<ClosingRequest> list(@Nullable Instant after, String afterId, int limit) {
        Query all = after == null ? new Query() : Query.query(PageKey.after("closes", after, afterId));
        return closings.list(all.with(Sort.by("closes", "_id")).limit(limit));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration closingIndexes() {
            return new Migration(
                    "accounts-0005-closings",
                    mongo -> mongo.indexOps(CLOSINGS)
                            .createIndex(new Index("closes", Direction.ASC).on("_id", Direction.ASC))
                            .then());
        }

        @Bean
        WordsKept accountClosingsWordsKept() {
            return WordsKept.in(CLOSINGS)
                    .of("_id")
                    .wordsBy("by", "reason")
                    .facts("askedAt", "closes", "postsToo")
                    .when(Closing.GOES);
        }
    }
}
