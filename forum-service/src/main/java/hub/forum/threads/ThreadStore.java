package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hub.forum.groups.Visibility;
import hub.platform.memory.Change;
import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import hub.platform.mongo.Conflicts;
import hub.platform.mongo.Reads;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code threads}, always through a viewer's eyes. */
@Component
class ThreadStore {
    static final String THREADS = "threads";

    static final int PAGE = 20;
    private static final int MOST_PINNED = 10;
    private static final int MOST_GROUPS = 40_000;
    private static final int MOST_DOORWAYS = 40_000;
    private static final int MOST_LISTS = 500;

    private final ReactiveMongoTemplate mongo;
    private final Reads reads;
    private final TransactionalOperator transaction;
    private final Remembered<String, DiscussionThread> byId;
    private final Remembered<String, Doorway> doorways;
    private final Remembered<String, Newest> newest;
    private final Cache<String, String> groups =
            Caffeine.newBuilder().maximumSize(MOST_GROUPS).build();

    ThreadStore(
            ReactiveMongoTemplate mongo,
            Reads reads,
            TransactionalOperator transaction,
            Memory memory,
            ThreadMemory size) {
        this.mongo = mongo;
        this.reads = reads;
        this.transaction = transaction;
        this.byId = memory.of(THREADS, Key.id(), size.threads(), this::read);
        this.doorways = memory.of(THREADS, Key.id().dependingOn(Doorway.MADE_FROM), MOST_DOORWAYS, this::readDoorway);
        this.newest = memory.of(THREADS, Key.by(Set.of("group"), this::groupOf), MOST_LISTS, this::readNewest);
    }

    private Mono<DiscussionThread> read(String id) {
        return reads.one(
                THREADS, DiscussionThread.class, Query.query(where("_id").is(id)));
    }

    private Mono<Doorway> readDoorway(String id) {
        Query query = Query.query(where("_id").is(id));
        query.fields().include(Doorway.MADE_FROM);
        return reads.one(THREADS, Doorway.class, query).doOnNext(doorway -> groups.put(doorway.id(), doorway.group()));
    }

    /** What a reply asks of a thread that the viewer can reach. */
    Mono<Doorway> doorway(String id, Visibility visibility) {
        return doorways.get(id).filter(doorway -> visibility.reaches(doorway.group()));
    }

    /** A thread the viewer can reach; the group's agreement may still have to be accepted. */
    Mono<DiscussionThread> find(String id, Visibility visibility) {
        return byId.get(id).filter(thread -> visibility.reaches(thread.group()));
    }

    Mono<DiscussionThread> findByFormKey(String author, String formKey) {
        return mongo.findOne(
                Query.query(where("author").is(author).and("formKey").is(formKey)), DiscussionThread.class, THREADS);
    }

    /** Both or neither: a thread without its opening post would be a riddle. */
    Mono<DiscussionThread> insert(DiscussionThread thread, Post opening) {
        return transaction
                .transactional(mongo.insert(opening, PostStore.POSTS).then(mongo.insert(thread, THREADS)))
                .retryWhen(Conflicts.retry());
    }

    /** A conversation from elsewhere, whole or not at all. */
    Mono<Void> insertOld(DiscussionThread thread, List<Post> posts) {
        return transaction.transactional(mongo.insert(thread, THREADS)
                .thenMany(mongo.insert(posts, PostStore.POSTS))
                .then());
    }

    /** Writes lock and pin, if nobody else changed them since. */
    Mono<DiscussionThread> saveState(DiscussionThread before, DiscussionThread after, Visibility visibility) {
        Criteria unchanged = new Criteria()
                .andOperator(
                        where("_id").is(before.id()),
                        visibility.readable("group"),
                        where("state").is(before.state()),
                        where("pinned").is(before.pinned()));
        Update update = new Update()
                .set("state", after.state())
                .set("pinned", after.pinned())
                .set("lock", after.lock());
        return mongo.findAndModify(
                Query.query(unchanged),
                update,
                FindAndModifyOptions.options().returnNew(true),
                DiscussionThread.class,
                THREADS);
    }

    /** The newest conversations of a group; none for those who may not read it. */
    Mono<Newest> newest(String group, Visibility visibility) {
        return visibility.mayRead(group) ? newest.get(group) : Mono.just(new Newest(List.of(), List.of()));
    }

    /** Those that are not pinned, from after a place. */
    Flux<DiscussionThread> older(String group, Visibility visibility, String after, int limit) {
        return mongo.find(
                newestFirst(
                        new Criteria()
                                .andOperator(
                                        where("group").is(group),
                                        where("pinned").is(false),
                                        visibility.readable("group"),
                                        where("recency").lt(after),
                                        where("postCount").gt(0)),
                        limit),
                DiscussionThread.class,
                THREADS);
    }

    /** The latest conversations of some groups, of those among them that the viewer may read. */
    Flux<DiscussionThread> latest(Collection<String> groups, Visibility visibility, int limit) {
        return Flux.fromIterable(groups)
                .flatMap(group -> newest(group, visibility))
                .flatMapIterable(Newest::all)
                .sort(Comparator.comparing((DiscussionThread thread) -> thread.recency())
                        .reversed())
                .take(limit);
    }

    private Mono<Newest> readNewest(String group) {
        return Mono.zip(readNewest(group, true, MOST_PINNED), readNewest(group, false, PAGE + 1))
                .map(lists -> new Newest(lists.getT1(), lists.getT2()));
    }

    private Mono<List<DiscussionThread>> readNewest(String group, boolean pinned, int limit) {
        Criteria which = where("group")
                .is(group)
                .and("pinned")
                .is(pinned)
                .and("postCount")
                .gt(0);
        return mongo.find(newestFirst(which, limit), DiscussionThread.class, THREADS)
                .doOnNext(thread -> groups.put(thread.id(), group))
                .collectList();
    }

    private static Query newestFirst(Criteria which, int limit) {
        return Query.query(which).with(Sort.by(Direction.DESC, "recency")).limit(limit);
    }

    /** A change of a thread tells its id; the group never changes and is known for every thread that stands in a list. */
    private @Nullable String groupOf(Change change) {
        String group = change.field("group");
        return group != null || change.id() == null ? group : groups.getIfPresent(change.id());
    }

    /**
     * The conversations at the top of a group's list, the newest first.
     *
     * @param others one more than a page of those that are not pinned, so that it is known whether there is a next
     */
    record Newest(List<DiscussionThread> pinned, List<DiscussionThread> others) {
        List<DiscussionThread> all() {
            return Stream.concat(pinned.stream(), others.stream()).toList();
        }
    }
}
