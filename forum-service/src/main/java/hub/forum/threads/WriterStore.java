package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which posts this process has begun to write and not counted yet, and in the collection {@code writers}, for each process, since when there may be
 * some. If a process ends between a post and its counting, the others, or the next, find there what they have to count anew.
 */
@Component
class WriterStore {
    static final String WRITERS = "writers";

    /** A process that has said nothing for so long has ended. If it has not, nothing is lost: it only does work twice. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** Counting takes milliseconds. What takes longer than this has failed. */
    private static final Duration LATE = GRACE.dividedBy(2);

    /** Whoever has written nothing for so long signs off, so that a hub at night writes nothing. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** By how much the clock may have been set back. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    private final ReactiveMongoTemplate mongo;
    private final Clock clock;
    private final String self = Ids.next();
    private final Map<String, Uncounted> uncounted = new ConcurrentHashMap<>();
    private volatile boolean registered;
    private volatile Instant lastBegun = Instant.MIN;
    private volatile Instant lastSign = Instant.MIN;

    WriterStore(ReactiveMongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * A post that may be there without being counted.
     *
     * @param since from before it was written
     * @param recounted when its thread was counted anew for the first time; null if it was not
     */
    record Uncounted(
            String post,
            String thread,
            Instant since,
            @Nullable Instant recounted) {}

    /** To be waited for before the post gets its moment and is written. */
    Mono<Void> begin(String post, String thread) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            lastBegun = now;
            uncounted.put(post, new Uncounted(post, thread, now, null));
            return registered ? Mono.empty() : register();
        });
    }

    /** The post is counted, or is surely not there. */
    void end(String post) {
        uncounted.remove(post);
    }

    /** Those for whose counting nobody waits any more. */
    List<Uncounted> late() {
        Instant before = clock.instant().minus(LATE);
        return uncounted.values().stream()
                .filter(post -> post.since().isBefore(before))
                .toList();
    }

    /** Its thread was counted anew. The post itself may still be on its way to MongoDB, so this is done again for a while. */
    void recounted(Uncounted late) {
        Instant now = clock.instant();
        uncounted.computeIfPresent(
                late.post(),
                (post, there) -> there.recounted() == null
                        ? new Uncounted(post, there.thread(), there.since(), now)
                        : there.recounted().plus(GRACE).isBefore(now) ? null : there);
    }

    /** Says that this process lives, and since when it may have posts uncounted; signs off when it has been quiet. */
    Mono<Void> beat() {
        return Mono.defer(() -> {
            if (!registered) {
                return Mono.empty();
            }
            return lastBegun.plus(QUIET).isBefore(clock.instant()) ? signOff() : register();
        });
    }

    /** A post that begins meanwhile is seen here, or sees that it has to register; and its newer sign of life is not removed. */
    private Mono<Void> signOff() {
        registered = false;
        if (!uncounted.isEmpty()) {
            return register();
        }
        return mongo.remove(Query.query(where("_id").is(self).and("alive").is(lastSign)), WRITERS)
                .then();
    }

    private Mono<Void> register() {
        return Mono.defer(() -> {
            // First the moment, then what there is: a post that begins in between gets a later one.
            Instant now = clock.instant();
            Instant since = Stream.concat(
                            Stream.of(now), uncounted.values().stream().map(Uncounted::since))
                    .min(Instant::compareTo)
                    .orElse(now);
            return mongo.upsert(
                            Query.query(where("_id").is(self)),
                            new Update().set("alive", now).set("since", since),
                            Document.class,
                            WRITERS)
                    .doOnNext(written -> {
                        lastSign = now;
                        registered = true;
                    })
                    .then();
        });
    }

    /** Processes that have ended without a word before a moment. */
    Flux<Writer> ended(Instant before) {
        return mongo.find(
                        Query.query(where("alive").lt(before).and("_id").ne(self))
                                .with(Sort.by("alive")),
                        Document.class,
                        WRITERS)
                .map(writer -> new Writer(
                        writer.getString("_id"), writer.getDate("since").toInstant()));
    }

    record Writer(String id, Instant since) {}

    Mono<Void> forget(Writer writer) {
        return mongo.remove(Query.query(where("_id").is(writer.id())), WRITERS).then();
    }

    /** Threads in which something was written since a moment, each once; answered from an index alone. */
    Flux<String> threadsWrittenSince(Instant since) {
        Query query = Query.query(where("createdAt").gte(since.minus(CLOCKS))).with(Sort.by("createdAt"));
        query.fields().include("thread").exclude("_id");
        return mongo.find(query, Document.class, PostStore.POSTS)
                .map(post -> post.getString("thread"))
                .distinct();
    }
}
