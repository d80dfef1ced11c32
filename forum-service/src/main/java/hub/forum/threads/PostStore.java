package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import hub.platform.mongo.Reads;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code posts}, always through a viewer's eyes. */
@Component
class PostStore {
    static final String POSTS = "posts";

    /** In bytes, about: the beginnings of the threads that are read most. */
    private static final long MOST_REMEMBERED = 24_000_000;

    private static final int WEIGHT_OF_A_POST = 700;

    private final ReactiveMongoTemplate mongo;
    private final Reads reads;
    private final Remembered<String, Beginning> beginnings;

    PostStore(ReactiveMongoTemplate mongo, Reads reads, Memory memory) {
        this.mongo = mongo;
        this.reads = reads;
        this.beginnings = memory.weighed(
                POSTS, Key.field("thread"), MOST_REMEMBERED, (thread, beginning) -> weight(beginning), this::read);
    }

    private static int weight(Beginning beginning) {
        return beginning.posts().stream()
                .mapToInt(post -> WEIGHT_OF_A_POST + post.html().length())
                .sum();
    }

    /**
     * How a thread begins.
     *
     * @param posts one more than a page, so that it is known whether there is a next
     * @param answered the deleted ones among them that were answered
     */
    record Beginning(List<Post> posts, Set<String> answered) {}

    private Mono<Beginning> read(String thread) {
        Query first =
                Query.query(where("thread").is(thread)).with(Sort.by("path")).limit(ReadThread.PAGE + 1);
        return toShow(first)
                .collectList()
                .flatMap(posts -> answeredOf(thread, posts).map(answered -> new Beginning(posts, answered)));
    }

    /** A page that everybody reads first; nothing for those who may not read the thread. */
    Mono<Beginning> beginning(DiscussionThread thread, Visibility visibility) {
        return visibility.mayRead(thread.group())
                ? beginnings.get(thread.id())
                : Mono.just(new Beginning(List.of(), Set.of()));
    }

    /** Of some posts of a thread, the deleted ones that were answered. */
    Mono<Set<String>> answeredOf(String thread, List<Post> posts) {
        List<String> deleted = posts.stream()
                .filter(post -> post.state() == Post.State.DELETED)
                .map(Post::id)
                .toList();
        return deleted.isEmpty()
                ? Mono.just(Set.of())
                : answered(thread, deleted).collect(Collectors.toSet());
    }

    Mono<Post> find(String id, Visibility visibility) {
        return mongo.findOne(
                Query.query(new Criteria().andOperator(where("_id").is(id), visibility.reachable("group"))),
                Post.class,
                POSTS);
    }

    Flux<Post> findAll(Collection<String> ids, Visibility visibility) {
        return toShow(Query.query(new Criteria().andOperator(where("_id").in(ids), visibility.readable("group"))));
    }

    Mono<Post> findByFormKey(String author, String formKey) {
        return mongo.findOne(
                Query.query(where("author").is(author).and("formKey").is(formKey)), Post.class, POSTS);
    }

    /** The oldest post of a thread that somebody else wrote after a moment and that can be read. */
    Mono<Post> firstSince(String thread, Instant since, String reader, Visibility visibility) {
        Criteria criteria = new Criteria()
                .andOperator(
                        where("thread").is(thread),
                        where("live").is(true),
                        where("createdAt").gt(since),
                        where("state").is(Post.State.PUBLISHED),
                        where("author").ne(reader),
                        visibility.readable("group"));
        return mongo.find(Query.query(criteria).with(Sort.by("createdAt")).limit(1), Post.class, POSTS)
                .next();
    }

    Mono<Post> insert(Post post) {
        return mongo.insert(post, POSTS);
    }

    /** Replaces a post unless it changed since it was read. */
    Mono<Post> save(Post before, Post after) {
        return mongo.findAndReplace(
                Query.query(where("_id").is(before.id()).and("revision").is(before.revision())),
                after,
                FindAndReplaceOptions.options().returnNew(),
                Post.class,
                POSTS,
                Post.class);
    }

    /** In the order of reading, from after a path. */
    Flux<Post> after(String thread, String path, int limit, Visibility visibility) {
        return range(thread, where("path").gt(path), Direction.ASC, limit, visibility);
    }

    Flux<Post> from(String thread, String path, int limit, Visibility visibility) {
        return range(thread, where("path").gte(path), Direction.ASC, limit, visibility);
    }

    /** The posts just before a path, the nearest first. */
    Flux<Post> before(String thread, String path, int limit, Visibility visibility) {
        return range(thread, where("path").lt(path), Direction.DESC, limit, visibility);
    }

    private Flux<Post> range(String thread, Criteria bound, Direction direction, int limit, Visibility visibility) {
        Criteria criteria = new Criteria().andOperator(where("thread").is(thread), bound, visibility.readable("group"));
        return toShow(Query.query(criteria).with(Sort.by(direction, "path")).limit(limit));
    }

    /** Without what only its author sees again, when editing: it is as long as the rest. */
    private Flux<Post> toShow(Query query) {
        query.fields().exclude("markdown");
        return reads.find(POSTS, Post.class, query);
    }

    /** Of some posts, those that have been answered. */
    private Flux<String> answered(String thread, List<String> posts) {
        return mongo.query(Post.class)
                .inCollection(POSTS)
                .distinct("parent")
                .matching(where("thread").is(thread).and("parent").in(posts))
                .as(String.class)
                .all();
    }
}
