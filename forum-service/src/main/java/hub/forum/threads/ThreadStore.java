package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hub.forum.groups.Visibility;
import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.cache.DocumentChange;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code threads}, always through a viewer's eyes. */
@Component
class ThreadStore {
    static final String THREADS = "threads";
    static final String MERGED_THREADS = "merged_threads";

    static final int PAGE = 20;
    private static final int MOST_PINNED = 10;
    private static final int MOST_GROUPS = 40_000;
    private static final int MOST_LISTS = 500;
    private static final int MOST_MERGED = 10_000;

    private final Documents<DiscussionThread> threads;
    private final DocumentCache<String, DiscussionThread> byId;
    private final DocumentCache<String, Newest> newest;
    private final Documents<Merged> merged;
    private final DocumentCache<String, Merged> mergedById;
    private final Cache<String, String> groups =
            Caffeine.newBuilder().maximumSize(MOST_GROUPS).build();

    ThreadStore(Collections collections, ThreadCacheSize size) {
        this.threads = collections.of(THREADS, DiscussionThread.class);
        this.byId = threads.cache(CacheKey.id(), size.threads(), this::read);
        this.merged = collections.of(MERGED_THREADS, Merged.class);
        this.mergedById = merged.cache(CacheKey.id(), MOST_MERGED, merged::find);
        this.newest = threads.cache(CacheKey.by(Set.of("group"), this::groupOf), MOST_LISTS, this::readNewest);
    }

    private Mono<DiscussionThread> read(String id) {
        return threads.find(id).doOnNext(thread -> groups.put(id, thread.group()));
    }

    /** Where the posts of a thread went that is no more. */
    private record Merged(String id, String into) {}

    /**
     * A thread the viewer can reach; the group's agreement may still have to be accepted. For one that was merged into another, that one.
     */
    Mono<DiscussionThread> find(String id, Visibility visibility) {
        return byId.get(id)
                .switchIfEmpty(Mono.defer(() -> mergedById.get(id).flatMap(gone -> byId.get(gone.into()))))
                .filter(thread -> visibility.reaches(thread.group())
                        && (!thread.waits()
                                || thread.author().equals(visibility.viewer().account())));
    }

    /** The thread of a post that the viewer decides about: one that others do not see too. */
    Mono<DiscussionThread> findToDecide(String id, Visibility visibility) {
        return byId.get(id).filter(thread -> ThreadPolicy.mayModerate(visibility, thread.group()));
    }

    /** Everybody who reads there sees it from now on, with its opening post; empty if it does not wait any more. */
    Mono<DiscussionThread> approve(Post opening, Visibility visibility) {
        return change(
                new Criteria()
                        .andOperator(
                                where("_id").is(opening.thread()),
                                where("group").is(opening.group()),
                                visibility.readable("group"),
                                where("state").is(DiscussionThread.State.WAITING)),
                new Update()
                        .set("state", DiscussionThread.State.OPEN)
                        .set("createdAt", opening.createdAt())
                        .set("postCount", 1)
                        .set("lastPost", last(opening))
                        .set("recency", DiscussionThread.recency(opening.createdAt(), opening.thread())));
    }

    /** Its author has thought better of it before anybody else saw it. */
    Mono<DiscussionThread> withdraw(String id, Visibility visibility) {
        return withdrawUnseen(id, visibility.viewer().id());
    }

    /** As {@link #withdraw}, of somebody who leaves. */
    Mono<DiscussionThread> withdrawUnseen(String id, String author) {
        return threads.remove(Query.query(
                where("_id").is(id).and("author").is(author).and("state").is(DiscussionThread.State.WAITING)));
    }

    /** As it is stored now and not as it is remembered: for what writes it. */
    Mono<DiscussionThread> asStored(String id) {
        return threads.find(id);
    }

    /** For the search index: as they are stored, not as they are remembered. */
    Mono<Map<String, DiscussionThread>> toIndex(Collection<String> ids) {
        return threads.list(ids).collectMap(DiscussionThread::id);
    }

    Mono<DiscussionThread> findByFormKey(String author, String formKey) {
        return threads.first(
                Query.query(where("author").is(author).and("formKey").is(formKey)));
    }

    Mono<DiscussionThread> insert(DiscussionThread thread) {
        return threads.insert(thread);
    }

    /**
     * Counts a reply in its thread, if that is open and the viewer may read it; else empty. One that answers a post is not counted either if
     * posts were taken out since the thread was read: it may be that post.
     */
    Mono<DiscussionThread> count(Post reply, DiscussionThread asRead, Visibility visibility) {
        Criteria open = open(reply, visibility);
        return change(
                reply.parent() == null
                        ? open
                        : new Criteria().andOperator(open, where("splits").is(asRead.splits())),
                new Update()
                        .inc("postCount", 1)
                        .max("lastPost", last(reply))
                        .max("recency", DiscussionThread.recency(reply.createdAt(), reply.thread())));
    }

    /**
     * Counts a post no more, if its thread is open and the viewer may read it; else empty. From then on no other transaction changes the thread
     * until this one has ended.
     */
    Mono<DiscussionThread> discount(Post gone, Visibility visibility) {
        return change(open(gone, visibility), new Update().inc("postCount", -1));
    }

    /** @param latest the last of its posts; without one the thread keeps its place in lists, which leave it out */
    Mono<DiscussionThread> recount(DiscussionThread thread, long posts, Optional<Post> latest) {
        Update update = new Update().set("postCount", (int) posts);
        latest.ifPresent(post -> update.set("lastPost", last(post))
                .set("recency", DiscussionThread.recency(post.createdAt(), thread.id())));
        return change(where("_id").is(thread.id()).and("group").is(thread.group()), update);
    }

    private static Criteria open(Post post, Visibility visibility) {
        return new Criteria()
                .andOperator(
                        where("_id").is(post.thread()),
                        where("group").is(post.group()),
                        visibility.readable("group"),
                        where("state").is(DiscussionThread.State.OPEN));
    }

    /** The moment stands first: MongoDB compares documents from their beginning. */
    private static Document last(Post post) {
        return new Document("at", post.createdAt()).append("post", post.id()).append("author", post.author());
    }

    /** Writes lock and pin, if nobody else changed them since. */
    Mono<DiscussionThread> saveState(DiscussionThread before, DiscussionThread after, Visibility visibility) {
        Criteria unchanged = new Criteria()
                .andOperator(
                        where("_id").is(before.id()),
                        where("group").is(before.group()),
                        visibility.readable("group"),
                        where("state").is(before.state()),
                        where("pinned").is(before.pinned()));
        Update update = new Update()
                .set("state", after.state())
                .set("pinned", after.pinned())
                .set("lock", after.lock());
        return change(unchanged, update);
    }

    /** Puts it into another group, if nobody else changed it since. Replaced, so that the lists of both groups are read anew in each process. */
    Mono<DiscussionThread> move(DiscussionThread before, DiscussionThread after, Visibility visibility) {
        return threads.replace(
                Query.query(new Criteria()
                        .andOperator(
                                where("_id").is(before.id()),
                                where("group").is(before.group()),
                                visibility.readable("group"),
                                where("state").is(before.state()))),
                after);
    }

    /** Posts are taken out of it; of replies to those and of this, one comes first. Empty if somebody moved it since. */
    Mono<DiscussionThread> split(DiscussionThread thread, Visibility visibility) {
        return change(
                new Criteria()
                        .andOperator(
                                where("_id").is(thread.id()),
                                where("group").is(thread.group()),
                                visibility.readable("group")),
                new Update().inc("splits", 1));
    }

    /** A reply that is to be approved is put into a thread that is open and that the viewer may read; else empty. Of this and a move one comes first, as both change the thread. */
    Mono<DiscussionThread> keepFor(Post waiting, Visibility visibility) {
        return change(open(waiting, visibility), new Update().inc("kept", 1));
    }

    /** Takes away what was merged into another; whoever comes to its address is led on from now on. */
    Mono<DiscussionThread> mergedInto(DiscussionThread gone, DiscussionThread other, Visibility visibility) {
        return threads.remove(Query.query(new Criteria()
                        .andOperator(
                                where("_id").is(gone.id()),
                                where("group").is(other.group()),
                                visibility.readable("group"))))
                .delayUntil(removed ->
                        merged.changeAll(Query.query(where("into").is(gone.id())), Update.update("into", other.id())))
                .delayUntil(removed -> merged.insert(new Merged(gone.id(), other.id())));
    }

    private Mono<DiscussionThread> change(Criteria which, Update update) {
        return threads.change(Query.query(which), update);
    }

    /** The newest conversations of a group; none for those who may not read it. */
    Mono<Newest> newest(String group, Visibility visibility) {
        return visibility.mayRead(group) ? newest.get(group) : Mono.just(new Newest(List.of(), List.of()));
    }

    /** Those that are not pinned, from after a place. */
    Flux<DiscussionThread> older(String group, Visibility visibility, String after, int limit) {
        return threads.list(newestFirst(
                new Criteria()
                        .andOperator(
                                where("group").is(group),
                                where("pinned").is(false),
                                visibility.readable("group"),
                                where("recency").lt(after),
                                where("postCount").gt(0)),
                limit));
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

    /** Of all groups that the viewer may read, the latest first, from after a place; empty for the first page. */
    Flux<DiscussionThread> everywhere(String after, int limit, Visibility visibility) {
        return across(where("pinned").in(true, false), after, limit, visibility);
    }

    /** As {@link #everywhere}: what nobody has answered, and can. */
    Flux<DiscussionThread> unanswered(String after, int limit, Visibility visibility) {
        return across(
                where("postCount").is(1).and("state").is(DiscussionThread.State.OPEN.name()), after, limit, visibility);
    }

    /** As {@link #everywhere}: what the viewer began. */
    Flux<DiscussionThread> begunBy(String after, int limit, Visibility visibility) {
        return across(where("author").is(visibility.viewer().id()), after, limit, visibility);
    }

    /**
     * As {@link #everywhere}: some conversations, and all of some groups but for those that are left out.
     *
     * @param ids no more than a person follows
     * @param without the ids of those that are left out
     */
    Flux<DiscussionThread> followed(
            Collection<String> ids,
            Collection<String> of,
            Collection<String> without,
            String after,
            int limit,
            Visibility visibility) {
        Flux<DiscussionThread> single = threads.list(ids)
                .filter(thread -> visibility.mayRead(thread.group())
                        && thread.postCount() > 0
                        && (after.isEmpty() || thread.recency().compareTo(after) < 0));
        Criteria which =
                where("group").in(of).and("pinned").in(true, false).and("_id").nin(without);
        return Flux.concat(single, of.isEmpty() ? Flux.empty() : across(which, after, limit, visibility))
                .distinct(DiscussionThread::id)
                .sort(Comparator.comparing((DiscussionThread thread) -> thread.recency())
                        .reversed())
                .take(limit);
    }

    private Flux<DiscussionThread> across(Criteria which, String after, int limit, Visibility visibility) {
        Criteria from =
                after.isEmpty() ? where("recency").gt("") : where("recency").lt(after);
        return threads.list(newestFirst(
                new Criteria()
                        .andOperator(
                                visibility.readable("group"),
                                which,
                                from,
                                where("postCount").gt(0)),
                limit));
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
        return threads.list(newestFirst(which, limit))
                .doOnNext(thread -> groups.put(thread.id(), group))
                .collectList();
    }

    private static Query newestFirst(Criteria which, int limit) {
        return Query.query(which).with(Sort.by(Direction.DESC, "recency")).limit(limit);
    }

    /** A change of a thread tells its id; the group is known for every thread that stands in a list. Of one that was moved both lists change. */
    private @Nullable String groupOf(DocumentChange change) {
        String group = change.field("group");
        String before = change.id() == null ? null : groups.getIfPresent(change.id());
        if (group == null || before == null) {
            return group == null ? before : group;
        }
        if (!group.equals(before)) {
            groups.put(Objects.requireNonNull(change.id()), group);
            return null;
        }
        return group;
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
