package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import hub.platform.mongo.GroupCommit;
import hub.platform.mongo.Writes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps a thread's counters: how many posts it has, and the last of them. A post that was inserted is counted with others, in one command; what was
 * not counted that way is counted anew from the posts. Both may happen to the same post: counting anew notes in the thread which posts it met, and
 * those are not added once more. docs/adr/0010-a-reply-is-its-post.md.
 */
@Component
class CounterStore {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** For so long after a post was written it may still arrive here to be counted: MongoDB may have been stopped with the command on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int MOST_TRIES = 100;

    private final ReactiveMongoTemplate mongo;
    private final Clock clock;
    private final GroupCommit<Post> coming;

    CounterStore(ReactiveMongoTemplate mongo, Writes writes, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        this.coming = writes.together(
                ThreadStore.THREADS,
                Document.class,
                (threads, posts) -> threads.withWriteConcern(WriteConcern.W1)
                        .bulkWrite(posts.stream().map(CounterStore::counted).toList(), UNORDERED));
    }

    /**
     * Counts a post that was inserted. It does not wait for the majority: what a new primary does not know of is found out by {@link CounterSweep}. After an
     * error it is not known whether the post was counted: {@link #recount} is to follow.
     */
    Mono<Void> count(Post post) {
        return coming.write(post);
    }

    private static UpdateOneModel<Document> counted(Post post) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", post.thread()), Filters.ne("counted", post.id())),
                Updates.combine(
                        Updates.inc("postCount", 1),
                        Updates.inc("revision", 1),
                        Updates.max("lastPost", last(post.createdAt(), post.id(), post.author())),
                        Updates.max("recency", DiscussionThread.recency(post.createdAt(), post.thread()))));
    }

    private static Document last(Instant at, String post, String author) {
        return new Document("at", at).append("post", post).append("author", author);
    }

    /** Notes that a post of the thread is about to stop counting. To be followed by the change and {@link #recount}. */
    Mono<Void> note(Post post, Instant at) {
        return mongo.updateFirst(
                        Query.query(where("_id").is(post.thread())),
                        new Update()
                                .inc("revision", 1)
                                .push("pending", new Document("post", post.id()).append("at", at)),
                        ThreadStore.THREADS)
                .then();
    }

    /** Threads with notes from before a moment, in no order. */
    Flux<String> threadsWithNotes(Instant before, int limit) {
        Query left = Query.query(where("pending.at").lt(before)).limit(limit);
        left.fields().include("_id");
        return mongo.find(left, Document.class, ThreadStore.THREADS).map(thread -> thread.getString("_id"));
    }

    /**
     * Counts a thread's posts anew. The thread's revision must not have moved meanwhile; it is tried again then.
     *
     * @param deadBefore notes from before it go: whoever made them has ended
     */
    Mono<Void> recount(String thread, Instant deadBefore) {
        return Mono.defer(() -> tryRecount(thread, deadBefore))
                .filter(done -> done)
                .repeatWhenEmpty(MOST_TRIES, tries -> tries.delayElements(PAUSE))
                .then();
    }

    private Mono<Boolean> tryRecount(String thread, Instant deadBefore) {
        return mongo.findOne(Query.query(where("_id").is(thread)), Document.class, ThreadStore.THREADS)
                .flatMap(found -> Mono.zip(live(thread), lately(thread), latest(thread), done(found, deadBefore))
                        .flatMap(posts -> write(found, posts.getT1(), posts.getT2(), posts.getT3(), posts.getT4())))
                .defaultIfEmpty(true);
    }

    private Mono<Long> live(String thread) {
        return mongo.count(Query.query(where("thread").is(thread).and("live").is(true)), PostStore.POSTS);
    }

    /** Posts that may still arrive to be counted, also those that their authors have deleted since. */
    private Mono<List<String>> lately(String thread) {
        Query query = Query.query(where("thread")
                .is(thread)
                .and("live")
                .in(true, false)
                .and("createdAt")
                .gte(clock.instant().minus(ON_ITS_WAY)));
        query.fields().include("_id");
        return mongo.find(query, Document.class, PostStore.POSTS)
                .map(post -> post.getString("_id"))
                .collectList();
    }

    private Mono<List<Document>> latest(String thread) {
        Query query = Query.query(where("thread").is(thread).and("live").is(true))
                .with(Sort.by(Direction.DESC, "createdAt"))
                .limit(1);
        query.fields().include("author", "createdAt");
        return mongo.find(query, Document.class, PostStore.POSTS).collectList();
    }

    /** Of the notes in a thread, the posts whose change has happened or will not happen any more. */
    private Mono<List<String>> done(Document thread, Instant deadBefore) {
        List<Document> notes = thread.getList("pending", Document.class, List.of());
        List<String> dead = notes.stream()
                .filter(note -> note.getDate("at").toInstant().isBefore(deadBefore))
                .map(note -> note.getString("post"))
                .toList();
        Query changed = Query.query(where("_id")
                .in(notes.stream().map(note -> note.getString("post")).toList())
                .and("live")
                .is(false));
        changed.fields().include("_id");
        return notes.isEmpty()
                ? Mono.just(List.of())
                : mongo.find(changed, Document.class, PostStore.POSTS)
                        .map(post -> post.getString("_id"))
                        .concatWith(Flux.fromIterable(dead))
                        .distinct()
                        .collectList();
    }

    private Mono<Boolean> write(
            Document thread, long count, List<String> lately, List<Document> latest, List<String> done) {
        String id = thread.getString("_id");
        Update update = new Update()
                .set("postCount", (int) count)
                .set("counted", lately)
                .inc("revision", 1);
        if (!done.isEmpty()) {
            update.pull("pending", new Document("post", new Document("$in", done)));
        }
        for (Document post : latest) {
            Instant at = post.getDate("createdAt").toInstant();
            update.set("lastPost", last(at, post.getString("_id"), post.getString("author")))
                    .set("recency", DiscussionThread.recency(at, id));
        }
        Query unchanged = Query.query(where("_id").is(id).and("revision").is(thread.getInteger("revision")));
        return mongo.updateFirst(unchanged, update, ThreadStore.THREADS).map(result -> result.getModifiedCount() == 1);
    }
}
