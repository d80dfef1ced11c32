package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Migration;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counters followed their posts by several ways; they are written with them. docs/adr/0011-a-reply-is-a-transaction.md. */
@Configuration(proxyBeanMethods = false)
class CounterMigrations {
    private static final int AT_ONCE = 8;

    /** Every thread is counted once more, and what the old ways left goes. Can be cut off and done again. */
    @Bean
    Migration countersInTheReply() {
        return new Migration(
                "threads-0006-counters-in-the-reply",
                mongo -> threads(mongo)
                        .flatMap(thread -> recount(mongo, thread), AT_ONCE)
                        .then(Migration.dropIndex(mongo, ThreadStore.THREADS, "pending.at_1"))
                        .then(Migration.dropIndex(mongo, PostStore.POSTS, "createdAt_1_thread_1"))
                        .then(mongo.dropCollection("writers")));
    }

    private static Flux<String> threads(ReactiveMongoTemplate mongo) {
        Query all = new Query().with(Sort.by("_id"));
        all.fields().include("_id");
        return mongo.find(all, Document.class, ThreadStore.THREADS).map(thread -> thread.getString("_id"));
    }

    private static Mono<Void> recount(ReactiveMongoTemplate mongo, String thread) {
        Query live = Query.query(where("thread").is(thread).and("live").is(true));
        Query latest = Query.query(where("thread").is(thread).and("live").is(true))
                .with(Sort.by(Direction.DESC, "createdAt"))
                .limit(1);
        latest.fields().include("author", "createdAt");
        return Mono.zip(
                        mongo.count(live, PostStore.POSTS),
                        mongo.find(latest, Document.class, PostStore.POSTS)
                                .next()
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .flatMap(found -> mongo.updateFirst(
                        Query.query(where("_id").is(thread)),
                        counted(thread, found.getT1(), found.getT2()),
                        ThreadStore.THREADS))
                .then();
    }

    private static Update counted(String thread, long posts, Optional<Document> latest) {
        Update update = new Update()
                .set("postCount", (int) posts)
                .unset("revision")
                .unset("counted")
                .unset("pending");
        latest.ifPresent(post -> update.set(
                        "lastPost",
                        new Document("at", post.getDate("createdAt"))
                                .append("post", post.getString("_id"))
                                .append("author", post.getString("author")))
                .set(
                        "recency",
                        DiscussionThread.recency(post.getDate("createdAt").toInstant(), thread)));
        return update;
    }
}
