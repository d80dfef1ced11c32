package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private final ReactiveMongoTemplate mongo;

    PostStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    Mono<Post> find(String id, Visibility visibility) {
        return mongo.findOne(
                Query.query(new Criteria().andOperator(where("_id").is(id), visibility.reachable("group"))),
                Post.class,
                POSTS);
    }

    Flux<Post> findAll(Collection<String> ids, Visibility visibility) {
        return mongo.find(
                Query.query(new Criteria().andOperator(where("_id").in(ids), visibility.readable("group"))),
                Post.class,
                POSTS);
    }

    Mono<Post> findByFormKey(String author, String formKey) {
        return mongo.findOne(
                Query.query(where("author").is(author).and("formKey").is(formKey)), Post.class, POSTS);
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

    /** In the order of reading, from after a path (null: from the beginning). */
    Flux<Post> after(String thread, @Nullable String path, int limit, Visibility visibility) {
        return range(thread, path == null ? null : where("path").gt(path), Direction.ASC, limit, visibility);
    }

    Flux<Post> from(String thread, String path, int limit, Visibility visibility) {
        return range(thread, where("path").gte(path), Direction.ASC, limit, visibility);
    }

    /** The posts just before a path, the nearest first. */
    Flux<Post> before(String thread, String path, int limit, Visibility visibility) {
        return range(thread, where("path").lt(path), Direction.DESC, limit, visibility);
    }

    private Flux<Post> range(
            String thread, @Nullable Criteria bound, Direction direction, int limit, Visibility visibility) {
        Criteria inThread = where("thread").is(thread);
        Criteria criteria = bound == null
                ? new Criteria().andOperator(inThread, visibility.readable("group"))
                : new Criteria().andOperator(inThread, bound, visibility.readable("group"));
        return mongo.find(Query.query(criteria).with(Sort.by(direction, "path")).limit(limit), Post.class, POSTS);
    }

    /** Of some posts, those that have been answered. */
    Flux<String> answered(String thread, List<String> posts) {
        return mongo.query(Post.class)
                .inCollection(POSTS)
                .distinct("parent")
                .matching(where("thread").is(thread).and("parent").in(posts))
                .as(String.class)
                .all();
    }
}
