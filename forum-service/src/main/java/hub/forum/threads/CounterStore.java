package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import hub.forum.groups.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps a thread's counters. One update gives a coming post its number, counts it, and notes it in the thread as pending; then the post is
 * inserted; the note goes some time later, with others. A process that ends in between leaves the note, by which the sweep finds the thread and
 * counts it anew. docs/adr/0003-numbers-from-the-thread.md.
 */
@Component
class CounterStore {
    /** Between a post's number and its insertion lie milliseconds. A note that is older than this, without its post, is of a process that ended. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** The hint spares MongoDB from trying the indexes by group as well. */
    private static final FindOneAndUpdateOptions NUMBERED = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER)
            .hint(Indexes.ascending("_id"))
            .projection(Projections.exclude("pending"));

    /** In a note: it is of a change, and not of the insertion, whose note is cleared. */
    private static final String CHANGE = "change";

    private static final int MOST_CLEARED_AT_ONCE = 1_000;

    private final ReactiveMongoTemplate mongo;
    private final Queue<Settled> settled = new ConcurrentLinkedQueue<>();

    CounterStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    private record Settled(String thread, String post) {}

    /**
     * Gives a coming post its number, if the thread is open to replies, and counts it. It does not wait for the majority: the post, which does, comes
     * after it in the log of MongoDB, so the number is as safe as the post when the post is answered. Should a change of primary lose it all the same,
     * {@link #clearNotes} finds out.
     *
     * @return the thread, whose sequence is the post's number; empty if it is locked, full or not the viewer's to read
     */
    Mono<DiscussionThread> number(String thread, String post, String author, Instant at, Visibility visibility) {
        Criteria open = new Criteria()
                .andOperator(
                        where("_id").is(thread),
                        visibility.readable("group"),
                        where("state").is(DiscussionThread.State.OPEN.name()),
                        where("sequence").lt(Post.MOST_POSTS));
        return mongo.execute(
                        ThreadStore.THREADS,
                        threads -> threads.withWriteConcern(WriteConcern.W1)
                                .findOneAndUpdate(
                                        open.getCriteriaObject(), List.of(counted(thread, post, author, at)), NUMBERED))
                .next()
                .map(numbered -> mongo.getConverter().read(DiscussionThread.class, numbered));
    }

    private static Document counted(String thread, String post, String author, Instant at) {
        String recency = DiscussionThread.recency(at, thread);
        Document later = new Document("$gt", List.of(recency, "$recency"));
        Document last = new Document("post", post).append("author", author).append("at", at);
        return new Document(
                "$set",
                new Document("sequence", new Document("$add", List.of("$sequence", 1)))
                        .append("postCount", new Document("$add", List.of("$postCount", 1)))
                        .append("revision", new Document("$add", List.of("$revision", 1)))
                        .append("lastPost", new Document("$cond", List.of(later, last, "$lastPost")))
                        .append("recency", new Document("$cond", List.of(later, recency, "$recency")))
                        .append(
                                "pending",
                                new Document(
                                        "$concatArrays",
                                        List.of(
                                                new Document("$ifNull", List.of("$pending", List.of())),
                                                List.of(last)))));
    }

    /** The post is there: its note may go, with the next {@link #clearNotes}. Whoever took very long is counted anew, as the sweep may have passed. */
    Mono<Void> settle(Post post, Instant now) {
        settled.add(new Settled(post.thread(), post.id()));
        return post.createdAt().plus(GRACE.dividedBy(2)).isAfter(now)
                ? Mono.empty()
                : recount(post.thread(), now.minus(GRACE));
    }

    /** The post will not come: it was there already. */
    Mono<Void> abandon(String thread, String post, Instant now) {
        return recount(thread, now.minus(GRACE), post);
    }

    /** Notes that a post of the thread is about to change between counted and not. To be followed by the change and {@link #recount}. */
    Mono<Void> note(Post post, Instant at) {
        Document note = new Document("post", post.id())
                .append("author", post.author())
                .append("at", at)
                .append(CHANGE, true);
        return mongo.updateFirst(
                        Query.query(where("_id").is(post.thread())),
                        new Update().inc("revision", 1).push("pending", note),
                        ThreadStore.THREADS)
                .then();
    }

    /**
     * Takes the notes away of posts that have been inserted since the last time. A thread that has lost one of its notes is counted anew: that post's
     * number and count are lost with it. After a fault it is all to be done again.
     */
    Mono<Void> clearNotes() {
        return Mono.defer(() -> {
            List<Settled> some = Stream.generate(settled::poll)
                    .limit(MOST_CLEARED_AT_ONCE)
                    .takeWhile(Objects::nonNull)
                    .toList();
            return some.isEmpty()
                    ? Mono.<Void>empty()
                    : clear(some).doOnError(fault -> settled.addAll(some)).then(clearNotes());
        });
    }

    private Mono<Void> clear(List<Settled> some) {
        Map<String, Set<String>> posts = some.stream()
                .collect(Collectors.groupingBy(Settled::thread, Collectors.mapping(Settled::post, Collectors.toSet())));
        Query threads = Query.query(where("_id").in(posts.keySet()));
        Document notes = new Document(
                        "post",
                        new Document("$in", some.stream().map(Settled::post).toList()))
                .append(CHANGE, null);
        return withoutTheirNotes(posts)
                .concatMap(thread -> recount(thread, Instant.MIN))
                .then(mongo.updateMulti(threads, new Update().pull("pending", notes), ThreadStore.THREADS))
                .then();
    }

    private Flux<String> withoutTheirNotes(Map<String, Set<String>> posts) {
        Query noted = Query.query(where("_id").in(posts.keySet()));
        noted.fields().include("pending");
        return mongo.find(noted, Document.class, ThreadStore.THREADS)
                .filter(thread -> !notes(thread).stream()
                        .map(Note::post)
                        .collect(Collectors.toSet())
                        .containsAll(posts.get(thread.getString("_id"))))
                .map(thread -> thread.getString("_id"))
                .collectList()
                .flatMapIterable(lost -> lost);
    }

    /** Threads with notes from before a moment, in no order. */
    Flux<String> threadsLeftBehind(Instant before, int limit) {
        Query left = Query.query(where("pending.at").lt(before)).limit(limit);
        left.fields().include("_id");
        return mongo.find(left, Document.class, ThreadStore.THREADS).map(thread -> thread.getString("_id"));
    }

    /**
     * Counts a thread's posts anew. A post that is noted and not there counts if its note is younger than the moment, as it is on its way. The
     * thread's revision must not have moved meanwhile; it is tried again then.
     */
    Mono<Void> recount(String thread, Instant deadBefore) {
        return recount(thread, deadBefore, null);
    }

    private Mono<Void> recount(String thread, Instant deadBefore, @Nullable String abandoned) {
        return Mono.defer(() -> tryRecount(thread, deadBefore, abandoned))
                .filter(done -> done)
                .repeatWhenEmpty(100, tries -> tries.delayElements(Duration.ofMillis(10)))
                .then();
    }

    private Mono<Boolean> tryRecount(String thread, Instant deadBefore, @Nullable String abandoned) {
        return mongo.findOne(Query.query(where("_id").is(thread)), Document.class, ThreadStore.THREADS)
                .flatMap(found -> {
                    List<Note> notes = notes(found);
                    List<String> noted = notes.stream().map(Note::post).toList();
                    return Mono.zip(present(noted), countOthers(thread, noted), latest(thread))
                            .flatMap(counted -> {
                                Set<String> present =
                                        new HashSet<>(counted.getT1().all());
                                List<Note> coming = notes.stream()
                                        .filter(note -> !present.contains(note.post())
                                                && !note.post().equals(abandoned)
                                                && !note.at().isBefore(deadBefore))
                                        .toList();
                                long count = counted.getT2() + counted.getT1().live() + coming.size();
                                List<String> done = noted.stream()
                                        .filter(post -> coming.stream()
                                                .noneMatch(note -> note.post().equals(post)))
                                        .toList();
                                return write(found, count, last(counted.getT3(), coming), done);
                            });
                })
                .defaultIfEmpty(true);
    }

    private static List<Note> notes(Document thread) {
        return thread.getList("pending", Document.class, List.of()).stream()
                .map(note -> new Note(
                        note.getString("post"),
                        note.getString("author"),
                        note.getDate("at").toInstant()))
                .distinct()
                .toList();
    }

    private record Note(String post, String author, Instant at) {}

    private record Present(List<String> all, long live) {}

    private Mono<Present> present(List<String> posts) {
        if (posts.isEmpty()) {
            return Mono.just(new Present(List.of(), 0));
        }
        Query query = Query.query(where("_id").in(posts));
        query.fields().include("live");
        return mongo.find(query, Document.class, PostStore.POSTS)
                .collectList()
                .map(found -> new Present(
                        found.stream().map(post -> post.getString("_id")).toList(),
                        found.stream()
                                .filter(post -> post.getBoolean("live", false))
                                .count()));
    }

    private Mono<Long> countOthers(String thread, List<String> noted) {
        return mongo.count(
                Query.query(where("thread")
                        .is(thread)
                        .and("live")
                        .is(true)
                        .and("_id")
                        .nin(noted)),
                PostStore.POSTS);
    }

    private Mono<List<Note>> latest(String thread) {
        Query query = Query.query(where("thread").is(thread).and("live").is(true))
                .with(Sort.by(Direction.DESC, "createdAt"))
                .limit(1);
        query.fields().include("author", "createdAt");
        return mongo.find(query, Document.class, PostStore.POSTS)
                .map(post -> new Note(
                        post.getString("_id"),
                        post.getString("author"),
                        post.getDate("createdAt").toInstant()))
                .collectList();
    }

    private static @Nullable Note last(List<Note> latest, List<Note> coming) {
        Note last = latest.isEmpty() ? null : latest.getFirst();
        for (Note note : coming) {
            last = last == null || note.at().isAfter(last.at()) ? note : last;
        }
        return last;
    }

    private Mono<Boolean> write(Document thread, long count, @Nullable Note last, List<String> done) {
        String id = thread.getString("_id");
        if (done.isEmpty() && isRight(thread, count, last)) {
            return Mono.just(true);
        }
        Update update = new Update().set("postCount", (int) count).inc("revision", 1);
        if (!done.isEmpty()) {
            update.pull("pending", new Document("post", new Document("$in", done)));
        }
        if (last != null) {
            update.set(
                            "lastPost",
                            new Document("post", last.post())
                                    .append("author", last.author())
                                    .append("at", Date.from(last.at())))
                    .set("recency", DiscussionThread.recency(last.at(), id));
        }
        Query unchanged = Query.query(where("_id").is(id).and("revision").is(thread.getInteger("revision")));
        return mongo.updateFirst(unchanged, update, ThreadStore.THREADS)
                .map(result -> result.getModifiedCount() == 1)
                .doOnNext(written -> {
                    if (written) {
                        settled.removeIf(each -> done.contains(each.post()));
                    }
                });
    }

    private static boolean isRight(Document thread, long count, @Nullable Note last) {
        return thread.getInteger("postCount") == count
                && (last == null
                        || last.post()
                                .equals(thread.get("lastPost", Document.class).getString("post")));
    }
}
