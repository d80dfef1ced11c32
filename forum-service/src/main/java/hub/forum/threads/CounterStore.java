package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps a thread's counters. A post is inserted with a mark that it is not counted; then the thread takes it in and remembers its id among
 * the last {@value #REMEMBERED}, in one update that does nothing the second time; then the mark goes. A process that ends in between leaves
 * the mark, by which the sweep finds it.
 */
@Component
class CounterStore {
    private static final int REMEMBERED = 64;

    private final ReactiveMongoTemplate mongo;

    CounterStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Takes a new post into its thread's counters, once however often it is asked. */
    Mono<Void> count(Post post) {
        return mongo.updateFirst(
                        Query.query(
                                where("_id").is(post.thread()).and("counted").ne(post.id())),
                        AggregationUpdate.from(List.of(context -> stage(post))),
                        DiscussionThread.class,
                        ThreadStore.THREADS)
                .then(clearMarks(List.of(post.id())));
    }

    private static Document stage(Post post) {
        String recency = DiscussionThread.recency(post.createdAt(), post.thread());
        Document later = new Document("$gt", List.of(recency, "$recency"));
        Document last =
                new Document("post", post.id()).append("author", post.author()).append("at", post.createdAt());
        Document remembered = new Document(
                "$slice",
                List.of(
                        new Document(
                                "$concatArrays",
                                List.of(new Document("$ifNull", List.of("$counted", List.of())), List.of(post.id()))),
                        -REMEMBERED));
        return new Document(
                "$set",
                new Document("postCount", new Document("$add", List.of("$postCount", 1)))
                        .append("revision", new Document("$add", List.of("$revision", 1)))
                        .append("lastPost", new Document("$cond", List.of(later, last, "$lastPost")))
                        .append("recency", new Document("$cond", List.of(later, recency, "$recency")))
                        .append("counted", remembered));
    }

    /** Threads with posts that were left uncounted before a moment. */
    Flux<String> threadsLeftBehind(Instant before, int limit) {
        Query marked = Query.query(where("uncounted").is(true))
                .with(Sort.by("createdAt"))
                .limit(limit);
        marked.fields().include("thread", "createdAt", "deletedAt");
        return mongo.find(marked, Document.class, PostStore.POSTS)
                .filter(post -> changedAt(post).isBefore(before))
                .map(post -> post.getString("thread"))
                .distinct();
    }

    private static Instant changedAt(Document post) {
        java.util.Date deleted = post.getDate("deletedAt");
        return (deleted == null ? post.getDate("createdAt") : deleted).toInstant();
    }

    /**
     * Counts a thread's posts anew. The marks are read before and after the count, and the thread's revision must not have moved: so a post
     * that comes meanwhile is neither missed nor counted twice; it is tried again then.
     */
    Mono<Void> recount(String thread) {
        return Mono.defer(() -> tryRecount(thread))
                .filter(done -> done)
                .repeatWhenEmpty(100, tries -> tries.delayElements(java.time.Duration.ofMillis(10)))
                .then();
    }

    private Mono<Boolean> tryRecount(String thread) {
        Query byId = Query.query(where("_id").is(thread));
        return mongo.findOne(byId, DiscussionThread.class, ThreadStore.THREADS)
                .flatMap(found -> marked(thread)
                        .flatMap(marks -> Mono.zip(liveCount(thread), latest(thread))
                                .flatMap(counted -> marked(thread)
                                        .filter(marks::equals)
                                        .flatMap(same -> write(found, marks, counted.getT1(), counted.getT2())))
                                .defaultIfEmpty(false)))
                .defaultIfEmpty(true);
    }

    private Mono<List<String>> marked(String thread) {
        Query marks = Query.query(where("thread").is(thread).and("uncounted").is(true));
        marks.fields().include("_id");
        return mongo.find(marks, Document.class, PostStore.POSTS)
                .map(post -> post.getString("_id"))
                .sort()
                .collectList();
    }

    private Mono<Long> liveCount(String thread) {
        return mongo.count(Query.query(where("thread").is(thread).and("live").is(true)), PostStore.POSTS);
    }

    private Mono<java.util.Optional<Post>> latest(String thread) {
        return mongo.findOne(
                        Query.query(where("thread").is(thread).and("live").is(true))
                                .with(Sort.by(Direction.DESC, "createdAt"))
                                .limit(1),
                        Post.class,
                        PostStore.POSTS)
                .map(java.util.Optional::of)
                .defaultIfEmpty(java.util.Optional.empty());
    }

    private Mono<Boolean> write(
            DiscussionThread thread, List<String> marks, long count, java.util.Optional<Post> latest) {
        Update update = new Update().set("postCount", (int) count).inc("revision", 1);
        update.push("counted").slice(-REMEMBERED).each(marks.toArray());
        latest.ifPresent(post -> update.set(
                        "lastPost", new DiscussionThread.LastPost(post.id(), post.author(), post.createdAt()))
                .set("recency", DiscussionThread.recency(post.createdAt(), thread.id())));
        Query unchanged =
                Query.query(where("_id").is(thread.id()).and("revision").is(thread.revision()));
        return mongo.updateFirst(unchanged, update, ThreadStore.THREADS)
                .filter(result -> result.getModifiedCount() == 1)
                .flatMap(result -> clearMarks(marks).thenReturn(true));
    }

    private Mono<Void> clearMarks(List<String> posts) {
        return mongo.updateMulti(Query.query(where("_id").in(posts)), new Update().unset("uncounted"), PostStore.POSTS)
                .then();
    }
}
