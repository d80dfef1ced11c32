package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.platform.mongo.Conflicts;
import java.util.Collection;
import java.util.List;
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

    private final ReactiveMongoTemplate mongo;
    private final TransactionalOperator transaction;

    ThreadStore(ReactiveMongoTemplate mongo, TransactionalOperator transaction) {
        this.mongo = mongo;
        this.transaction = transaction;
    }

    /** A thread the viewer can reach; the group's agreement may still have to be accepted. */
    Mono<DiscussionThread> find(String id, Visibility visibility) {
        return mongo.findOne(
                Query.query(new Criteria().andOperator(where("_id").is(id), visibility.reachable("group"))),
                DiscussionThread.class,
                THREADS);
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

    /** Gives out the next number, if the thread is still open to replies. */
    Mono<DiscussionThread> nextNumber(String id, Visibility visibility) {
        Criteria open = new Criteria()
                .andOperator(
                        where("_id").is(id),
                        visibility.readable("group"),
                        where("state").is(DiscussionThread.State.OPEN),
                        where("sequence").lt(Post.MOST_POSTS));
        return mongo.findAndModify(
                Query.query(open),
                new Update().inc("sequence", 1),
                FindAndModifyOptions.options().returnNew(true),
                DiscussionThread.class,
                THREADS);
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

    Flux<DiscussionThread> pinned(String group, Visibility visibility, int limit) {
        return list(where("group").is(group).and("pinned").is(true), visibility, null, limit);
    }

    Flux<DiscussionThread> notPinned(String group, Visibility visibility, @Nullable String after, int limit) {
        return list(where("group").is(group).and("pinned").is(false), visibility, after, limit);
    }

    private Flux<DiscussionThread> list(Criteria which, Visibility visibility, @Nullable String after, int limit) {
        Criteria older = after == null ? new Criteria() : where("recency").lt(after);
        Query query = Query.query(new Criteria()
                        .andOperator(
                                which,
                                visibility.readable("group"),
                                older,
                                where("postCount").gt(0)))
                .with(Sort.by(Direction.DESC, "recency"))
                .limit(limit);
        return mongo.find(query, DiscussionThread.class, THREADS);
    }

    /** The latest conversations of some groups, of those among them that the viewer may read. */
    Flux<DiscussionThread> latest(Collection<String> groups, Visibility visibility, int limit) {
        List<String> allowed = groups.stream().filter(visibility::mayRead).toList();
        if (allowed.isEmpty()) {
            return Flux.empty();
        }
        return mongo.find(
                Query.query(where("group").in(allowed).and("postCount").gt(0))
                        .with(Sort.by(Direction.DESC, "recency"))
                        .limit(limit),
                DiscussionThread.class,
                THREADS);
    }
}
