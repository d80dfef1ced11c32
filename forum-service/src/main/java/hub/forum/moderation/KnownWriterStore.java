package hub.forum.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.Set;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code known_writers}: accounts whose first posts need no approval, as they wrote here before there was any. */
@Component
class KnownWriterStore {
    private static final String KNOWN = "known_writers";
    private static final String POSTS = "posts";
    private static final int MOST_REMEMBERED = 10_000;

    /** @param id of the account */
    record KnownWriter(String id) {}

    private final Documents<KnownWriter> known;
    private final DocumentCache<String, Set<String>> byId;

    KnownWriterStore(Collections collections) {
        this.known = collections.of(KNOWN, KnownWriter.class);
        this.byId = known.cache(
                CacheKey.id(),
                MOST_REMEMBERED,
                id -> known.find(id).map(found -> Set.of(found.id())).defaultIfEmpty(Set.of()));
    }

    Mono<Boolean> contains(String account) {
        return byId.get(account).map(found -> !found.isEmpty());
    }

    Mono<Void> add(String account) {
        return known.put(new KnownWriter(account)).then();
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        /** Whoever has written before first posts were approved is not new. */
        @Bean
        Migration knownWriters() {
            return new Migration(
                    "moderation-0005-known-writers",
                    mongo -> mongo.findDistinct(new Query(), "author", POSTS, Document.class, String.class)
                            .concatMap(author -> mongo.upsert(
                                    Query.query(where("_id").is(author)), Update.update("_id", author), KNOWN))
                            .then());
        }
    }
}
