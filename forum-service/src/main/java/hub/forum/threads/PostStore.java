package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code posts}, always through a viewer's eyes. */
@Component
class PostStore {
    static final String POSTS = "posts";

    private static final int WEIGHT_OF_A_POST = 700;

    /** A thousand people in each of a year's weeks. */
    private static final int MOST_COUNTS = 52_000;
    /** By one change of a thread or a name; more than anybody writes. */
    private static final int MOST_CONCERNED = 50_000;

    private final Documents<Post> posts;
    private final DocumentCache<String, PostPage> beginnings;

    PostStore(Collections collections, ThreadCacheSize size) {
        this.posts = collections.of(POSTS, Post.class);
        this.beginnings = posts.weighedCache(
                CacheKey.field("thread"),
                size.ofPosts(),
                (thread, beginning) -> weight(beginning),
                this::readBeginning);
    }

    /** In bytes, about. */
    private static int weight(PostPage beginning) {
        return beginning.posts().stream()
                .mapToInt(post -> WEIGHT_OF_A_POST + post.html().length())
                .sum();
    }

    private Mono<PostPage> readBeginning(String thread) {
        Query first =
                Query.query(where("thread").is(thread)).with(Sort.by("path")).limit(ReadThread.PAGE + 1);
        return toShow(first).map(PostPage::first);
    }

    /** The page that everybody reads first; an empty one for those who may not read the thread. */
    Mono<PostPage> beginning(DiscussionThread thread, Visibility visibility) {
        return visibility.mayRead(thread.group()) ? beginnings.get(thread.id()) : Mono.just(PostPage.first(List.of()));
    }

    Mono<Post> find(String id, Visibility visibility) {
        return posts.first(Query.query(new Criteria().andOperator(where("_id").is(id), visibility.reachable("group"))));
    }

    Mono<List<Post>> findAll(Collection<String> ids, Visibility visibility) {
        return toShow(Query.query(new Criteria().andOperator(where("_id").in(ids), visibility.readable("group")))
                .limit(ids.size()));
    }

    Mono<Post> findByFormKey(String author, String formKey) {
        return posts.first(Query.query(where("author").is(author).and("formKey").is(formKey)));
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
        return posts.first(Query.query(criteria).with(Sort.by("createdAt")));
    }

    Mono<Post> insert(Post post) {
        return posts.insert(post);
    }

    Mono<Void> insertAll(List<Post> some) {
        return posts.insertAll(some);
    }

    /** How many posts of a thread count. */
    Mono<Long> live(String thread) {
        return posts.count(Query.query(where("thread").is(thread).and("live").is(true)));
    }

    /** The last of a thread's posts that count; empty if there is none. */
    Mono<Post> lastLive(String thread) {
        return posts.first(Query.query(where("thread").is(thread).and("live").is(true))
                .with(Sort.by(Direction.DESC, "createdAt")));
    }

    /** Replaces a post unless it changed since it was read. */
    Mono<Post> save(Post before, Post after) {
        return posts.replace(
                Query.query(where("_id").is(before.id()).and("revision").is(before.revision())), after);
    }

    /** For the search index, which keeps rights beside words: those that can be read by anybody. */
    Flux<Post> toIndex(Collection<String> ids) {
        Query some = Query.query(where("_id").in(ids)).limit(ids.size());
        some.fields().exclude("markdown");
        return posts.list(some).filter(post -> post.state() == Post.State.PUBLISHED);
    }

    Flux<String> idsAfter(String id, int limit) {
        return posts.idsAfter(id, limit);
    }

    Flux<String> idsIn(String thread) {
        return posts.ids(Query.query(where("thread").is(thread)).limit(MOST_CONCERNED));
    }

    Flux<String> idsBy(String author) {
        return posts.ids(Query.query(where("author").is(author)).limit(MOST_CONCERNED));
    }

    /** In the order of reading, from after a path. */
    Mono<List<Post>> after(String thread, String path, int limit, Visibility visibility) {
        return range(thread, where("path").gt(path), Direction.ASC, limit, visibility);
    }

    Mono<List<Post>> from(String thread, String path, int limit, Visibility visibility) {
        return range(thread, where("path").gte(path), Direction.ASC, limit, visibility);
    }

    /** The posts just before a path, the nearest first. */
    Mono<List<Post>> before(String thread, String path, int limit, Visibility visibility) {
        return range(thread, where("path").lt(path), Direction.DESC, limit, visibility);
    }

    private Mono<List<Post>> range(
            String thread, Criteria bound, Direction direction, int limit, Visibility visibility) {
        Criteria criteria = new Criteria().andOperator(where("thread").is(thread), bound, visibility.readable("group"));
        return toShow(Query.query(criteria).with(Sort.by(direction, "path")).limit(limit));
    }

    /** How much each person wrote in each of some groups, by weeks of London. All of it stands in the index that it is found by. */
    Flux<WritingCount> writing(Collection<String> groups, Instant from, Instant to, Visibility visibility) {
        Criteria which = new Criteria()
                .andOperator(
                        where("group").in(groups),
                        visibility.readable("group"),
                        where("createdAt").gte(from).lt(to),
                        where("live").is(true));
        Document week = new Document(
                "$dateTrunc",
                new Document("date", "$createdAt")
                        .append("unit", "week")
                        .append("startOfWeek", "monday")
                        .append("timezone", Times.LONDON.getId()));
        Document each = new Document(
                "_id", new Document("group", "$group").append("week", week).append("author", "$author"));
        return posts.aggregate(Aggregation.newAggregation(
                        Aggregation.match(which),
                        Aggregation.stage(new Document("$group", each.append("posts", new Document("$sum", 1L)))),
                        Aggregation.limit(MOST_COUNTS)))
                .map(PostStore::count);
    }

    private static WritingCount count(Document found) {
        Document of = found.get("_id", Document.class);
        LocalDate week = LocalDate.ofInstant(of.getDate("week").toInstant(), Times.LONDON);
        return new WritingCount(of.getString("group"), week, of.getString("author"), found.getLong("posts"));
    }

    /** Without what only its author sees again, when editing: it is as long as the rest. */
    private Mono<List<Post>> toShow(Query query) {
        query.fields().exclude("markdown");
        return posts.list(query).collectList();
    }
}
