package hub.forum.feedback.answers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Migration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

/** The only place that touches {@code feedback_pools}. */
@Component
class PoolStore {
    private static final String POOLS = "feedback_pools";
    private static final int MOST_QUESTIONS = 20;

    private final Documents<Pool> pools;

    PoolStore(Collections collections) {
        this.pools = collections.of(POOLS, Pool.class);
    }

    /** Of a round, one for each question that was answered or passed over. */
    Flux<Pool> of(String round) {
        return pools.list(Query.query(where("of").is(round)).limit(MOST_QUESTIONS));
    }

    Flux<Pool> find(Collection<String> ids) {
        return pools.list(ids);
    }

    /**
     * Adds one of each key. All counts there can be are made first, at 0: MongoDB keeps fields in the order in which they came, and that order would tell whose answers belong together.
     *
     * @param all every key that the question can have
     */
    Mono<Void> add(
            String of, String question, Collection<String> all, Collection<String> keys, Pool.@Nullable Word word) {
        String id = Pool.id(of, question);
        Update empty = new Update().setOnInsert("of", of);
        all.stream().sorted().forEach(key -> empty.setOnInsert("counts." + key, 0L));
        return pools.upsert(Documents.byId(id), empty).then(Mono.defer(() -> add(of, question, keys, word)));
    }

    private Mono<Void> add(String of, String question, Collection<String> keys, Pool.@Nullable Word word) {
        Update update = new Update().setOnInsert("of", of);
        keys.forEach(key -> update.inc("counts." + key, 1));
        if (word != null) {
            update.push("words").sort(Sort.by("_id")).each(word);
        }
        return pools.upsert(Documents.byId(Pool.id(of, question)), update).then();
    }

    /** The counts in the place of those that were there. */
    Mono<Pool> set(Pool pool) {
        return pools.change(Documents.byId(pool.id()), new Update().set("counts", new TreeMap<>(pool.counts())));
    }

    static Pool.Word word(String text, boolean quote, @Nullable String author) {
        return new Pool.Word(Ids.next(), text, quote, Pool.State.NEW, author);
    }

    /** What is decided about a word; empty if there is none such. */
    Mono<Pool> judge(String of, String question, String word, Pool.State state) {
        return pools.change(
                Query.query(
                        where("_id").is(Pool.id(of, question)).and("words._id").is(word)),
                new Update().set("words.$.state", state));
    }

    Mono<Void> insertAll(List<Pool> fresh) {
        return pools.insertAll(fresh);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration feedbackPoolIndexes() {
            return new Migration(
                    "feedback-0003-pools",
                    mongo -> mongo.indexOps(POOLS)
                            .createIndex(new Index("of", Direction.ASC))
                            .then());
        }
    }
}
