package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Migration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.ReactiveBulkOperations;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** A post's place came from a number; it comes from the moment it was written. docs/adr/0010-a-reply-is-its-post.md. */
@Configuration(proxyBeanMethods = false)
class PlaceMigrations {

    /** Each thread's places are found from what its posts say of themselves, so this can be cut off and done again. */
    @Bean
    Migration placesByMoment() {
        return new Migration(
                "threads-0004-places-by-moment",
                mongo -> mongo.find(all("_id"), Document.class, ThreadStore.THREADS)
                        .map(thread -> thread.getString("_id"))
                        .concatMap(thread -> mongo.find(postsOf(thread), Document.class, PostStore.POSTS)
                                .collectList()
                                .flatMap(posts -> place(mongo, posts)))
                        .then());
    }

    private static Query all(String field) {
        Query all = new Query().with(Sort.by(field));
        all.fields().include(field);
        return all;
    }

    private static Query postsOf(String thread) {
        Query posts = Query.query(where("thread").is(thread)).with(Sort.by("path"));
        posts.fields().include("parent", "createdAt");
        return posts;
    }

    private static Mono<Void> place(ReactiveMongoTemplate mongo, List<Document> posts) {
        if (posts.isEmpty()) {
            return Mono.empty();
        }
        Map<String, Document> byId =
                posts.stream().collect(Collectors.toMap(post -> post.getString("_id"), Function.identity()));
        ReactiveBulkOperations moves = mongo.bulkOps(BulkMode.UNORDERED, PostStore.POSTS);
        byId.forEach((id, post) ->
                moves.updateOne(Query.query(where("_id").is(id)), new Update().set("path", path(post, byId))));
        return moves.execute().then();
    }

    private static String path(Document post, Map<String, Document> byId) {
        Document parent = byId.get(String.valueOf(post.getString("parent")));
        return Post.path(
                parent == null ? "" : path(parent, byId),
                post.getDate("createdAt").toInstant(),
                post.getString("_id"));
    }
}
