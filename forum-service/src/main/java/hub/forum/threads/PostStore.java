package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.forum.unread.ReadMark;
import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code posts}, always through a viewer's eyes. */
@Component
class PostStore {
    static final String POSTS = "posts";
    /** The index of a thread's live posts by time; among so few posts MongoDB would as soon take that of their paths, and sort. */
    private static final String LIVE_BY_TIME = "thread_1_live_1_createdAt_-1";

    /** The index of the posts of a thread that somebody found helpful. */
    static final String HELPFUL = "thread_1_helpful";

    private static final int MOST_HELPFUL = 200;
    private static final int MOST_THREADS_WITH_HELP = 20_000;

    private static final int WEIGHT_OF_A_POST = 700;
    private static final int WEIGHT_OF_A_REACTION = 80;

    /** A thousand people in each of a year's weeks. */
    private static final int MOST_COUNTS = 52_000;
    /** By one change of a thread or a name; more than anybody writes. */
    private static final int MOST_CONCERNED = 50_000;

    /** Above all letters that a path is made of. */
    private static final String BEHIND_ALL_PATHS = "~";

    /** Another index of an author's posts would be taken as soon, and sorted. */
    private static final String BY_AUTHOR_AND_STATE = "author_1_state_1_createdAt_1";

    private static final int MOST_UNSEEN = 50;
    private static final int MOST_AUTHORS = 5_000;

    static final String WAITING_BY_TIME = "waiting_by_time";

    /** What its author alone sees is in no reading for others. */
    private static final List<String> UNSEEN = Arrays.stream(Post.State.values())
            .filter(Post.State::unseen)
            .map(Enum::name)
            .toList();

    private final Documents<Post> posts;
    private final DocumentCache<String, PostPage> beginnings;
    private final DocumentCache<String, List<Helpful>> helpful;
    private final DocumentCache<String, List<Post>> unseen;

    PostStore(Collections collections, ThreadCacheSize size) {
        this.posts = collections.of(POSTS, Post.class);
        this.beginnings = posts.weighedCache(
                CacheKey.field("thread"),
                size.ofPosts(),
                (thread, beginning) -> weight(beginning),
                this::readBeginning);
        this.helpful = posts.cache(CacheKey.field("thread"), MOST_THREADS_WITH_HELP, this::readHelpful);
        this.unseen = posts.cache(CacheKey.field("author"), MOST_AUTHORS, this::readUnseen);
    }

    /** A post, and who found it helpful. */
    private record Helpful(String post, Set<String> to) {}

    private Mono<List<Helpful>> readHelpful(String thread) {
        Query some = Query.query(
                        where("thread").is(thread).and("reactions.kind").is(Reaction.Kind.HELPFUL.name()))
                .limit(MOST_HELPFUL)
                .withHint(HELPFUL);
        return toShow(some).map(found -> found.stream().map(PostStore::helpful).toList());
    }

    private static Helpful helpful(Post post) {
        return new Helpful(
                post.id(),
                post.reactions().stream()
                        .filter(reaction -> reaction.kind() == Reaction.Kind.HELPFUL)
                        .map(Reaction::by)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The posts of a thread that somebody found helpful and that can be read, in the order of reading. */
    Mono<List<Post>> helpfulTo(String account, DiscussionThread thread, int most, Visibility visibility) {
        return helpful.get(thread.id())
                .map(all -> all.stream()
                        .filter(post -> post.to().contains(account))
                        .map(Helpful::post)
                        .toList())
                .filter(ids -> !ids.isEmpty())
                .flatMap(ids -> findAll(ids, visibility))
                .map(found -> found.stream()
                        .filter(post -> post.state() == Post.State.PUBLISHED)
                        .sorted(Comparator.comparing(Post::path))
                        .limit(most)
                        .toList())
                .defaultIfEmpty(List.of());
    }

    /** In bytes, about. */
    private static int weight(PostPage beginning) {
        return beginning.posts().stream()
                .mapToInt(post -> WEIGHT_OF_A_POST
                        + post.html().length()
                        + WEIGHT_OF_A_REACTION * post.reactions().size())
                .sum();
    }

    private Mono<PostPage> readBeginning(String thread) {
        Query first = Query.query(where("thread").is(thread).and("state").nin(UNSEEN))
                .with(Sort.by("path"))
                .limit(ReadThread.PAGE + 1);
        return toShow(first).map(PostPage::first);
    }

    /** The page that everybody reads first; an empty one for those who may not read the thread. */
    Mono<PostPage> beginning(DiscussionThread thread, Visibility visibility) {
        return visibility.mayRead(thread.group()) ? beginnings.get(thread.id()) : Mono.just(PostPage.first(List.of()));
    }

    /** One that the viewer can reach; what waits to be approved is there for its author alone. */
    Mono<Post> find(String id, Visibility visibility) {
        return posts.first(Query.query(new Criteria().andOperator(where("_id").is(id), visibility.reachable("group"))))
                .filter(post -> !post.state().unseen()
                        || post.author().equals(visibility.viewer().account()));
    }

    private Mono<List<Post>> readUnseen(String author) {
        return posts.list(Query.query(where("author").is(author).and("state").in(UNSEEN))
                        .with(Sort.by(Direction.DESC, "createdAt"))
                        .withHint(BY_AUTHOR_AND_STATE)
                        .limit(MOST_UNSEEN))
                .collectSortedList(Comparator.comparing(Post::createdAt));
    }

    /** The viewer's own that nobody else sees, in groups where they read, the oldest first. */
    Mono<List<Post>> ownUnseen(Visibility visibility) {
        return unseen.get(visibility.viewer().id())
                .map(all -> all.stream()
                        .filter(post -> visibility.mayRead(post.group()))
                        .toList());
    }

    /** What somebody said that others saw and still may, or that they took back; no more than a limit are looked for. */
    Mono<Long> said(String author, Set<String> without, int most) {
        return posts.count(Query.query(where("author")
                        .is(author)
                        .and("state")
                        .in(Post.State.PUBLISHED.name(), Post.State.DELETED.name())
                        .and("hiding")
                        .isNull()
                        .and("group")
                        .nin(without))
                .limit(most));
    }

    /** Those that wait to be approved by the viewer, who is not their author: of all groups for a moderator, else of those that the viewer leads. The oldest first. */
    Flux<Post> waiting(int limit, Visibility visibility) {
        return posts.list(Query.query(decidable(where("state").is(Post.State.WAITING.name()), visibility))
                .with(Sort.by("createdAt"))
                .withHint(WAITING_BY_TIME)
                .limit(limit));
    }

    /** One that waits, or that was sent back or refused, for whoever may decide about it. */
    Mono<Post> findToDecide(String id, Visibility visibility) {
        return posts.first(
                Query.query(decidable(where("_id").is(id).and("state").in(UNSEEN), visibility)));
    }

    /** As it is stored, for work that is due and that tells nothing of it. */
    Mono<Post> toRemind(String id) {
        return posts.find(id).filter(post -> post.state() == Post.State.WAITING);
    }

    private static Criteria decidable(Criteria which, Visibility visibility) {
        Criteria anothers = where("author").ne(visibility.viewer().id());
        return visibility.viewer().moderator()
                ? new Criteria().andOperator(which, anothers)
                : new Criteria()
                        .andOperator(
                                which,
                                anothers,
                                where("group")
                                        .in(visibility.own().stream()
                                                .filter(visibility::leads)
                                                .toList()));
    }

    /** Puts it where what is written now stands; empty if somebody else was first. */
    Mono<Post> approve(Post before, Post after) {
        return posts.replace(unchanged(before), after);
    }

    /** Its author has thought better of it before anybody else saw it. */
    Mono<Post> withdraw(Post post) {
        return posts.remove(unchanged(post));
    }

    private static Query unchanged(Post post) {
        return Query.query(where("_id")
                .is(post.id())
                .and("revision")
                .is(post.revision())
                .and("state")
                .is(post.state().name()));
    }

    Mono<List<Post>> findAll(Collection<String> ids, Visibility visibility) {
        return toShow(Query.query(new Criteria()
                        .andOperator(where("_id").in(ids), where("state").nin(UNSEEN), visibility.readable("group")))
                .limit(ids.size()));
    }

    Mono<Post> findByFormKey(String author, String formKey) {
        return posts.first(Query.query(where("author").is(author).and("formKey").is(formKey)));
    }

    /** The oldest post of a thread that is new to the viewer. */
    Mono<Post> firstUnread(String thread, ReadMark mark, Visibility visibility) {
        return posts.first(Query.query(unread(thread, mark, visibility))
                .with(Sort.by("createdAt"))
                .withHint(LIVE_BY_TIME));
    }

    /**
     * How many posts are new to the viewer in each of some threads, in one command; no more than a limit of each are looked for. Threads
     * without any are left out.
     *
     * @param marks by thread, one at least
     */
    Mono<Map<String, Integer>> countUnread(Map<String, ReadMark> marks, int limit, Visibility visibility) {
        List<AggregationOperation> stages = new ArrayList<>();
        marks.forEach((thread, mark) -> {
            List<Document> some = List.of(
                    new Document("$match", unread(thread, mark, visibility).getCriteriaObject()),
                    new Document("$limit", limit),
                    new Document("$project", new Document("thread", 1)));
            if (stages.isEmpty()) {
                some.forEach(stage -> stages.add(Aggregation.stage(stage)));
            } else {
                stages.add(Aggregation.stage(
                        new Document("$unionWith", new Document("coll", POSTS).append("pipeline", some))));
            }
        });
        stages.add(Aggregation.stage(
                new Document("$group", new Document("_id", "$thread").append("posts", new Document("$sum", 1)))));
        return posts.aggregate(Aggregation.newAggregation(stages))
                .collectMap(found -> found.getString("_id"), found -> found.getInteger("posts"));
    }

    private static Criteria unread(String thread, ReadMark mark, Visibility visibility) {
        return new Criteria()
                .andOperator(
                        where("thread").is(thread),
                        where("live").is(true),
                        where("createdAt").gt(mark.upTo()),
                        where("state").is(Post.State.PUBLISHED.name()),
                        where("author").ne(visibility.viewer().id()),
                        where("_id").nin(mark.beyond()),
                        visibility.readable("group"));
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

    /** Changes a post unless it changed since it was read; reactions that came meanwhile are no change of it, and stay. */
    Mono<Post> save(Post before, Post after) {
        Update update = new Update()
                .set("createdAt", after.createdAt())
                .set("markdown", after.markdown())
                .set("html", after.html())
                .set("rendererVersion", after.rendererVersion())
                .set("editedAt", after.editedAt())
                .set("state", after.state())
                .set("hiding", after.hiding())
                .set("deletedAt", after.deletedAt())
                .set("live", after.live())
                .set("revision", after.revision())
                .set("earlier", after.earlier());
        if (after.state() == Post.State.DELETED) {
            update.unset("reactions");
        }
        return posts.change(
                Query.query(where("_id").is(before.id()).and("revision").is(before.revision())), update);
    }

    /** All posts of a thread, also those that are gone or wait, stand in that group from now on. */
    Mono<Void> moveAll(DiscussionThread thread, String group) {
        return posts.changeAll(Query.query(where("thread").is(thread.id())), Update.update("group", group));
    }

    /** All posts of a thread stand in another one from now on, in the order of their moments. */
    Mono<Void> moveAll(DiscussionThread from, DiscussionThread to) {
        return posts.changeAll(Query.query(where("thread").is(from.id())), Update.update("thread", to.id()));
    }

    /** A post and all that answers it stand at the top of another thread, which nobody has read yet. */
    Mono<Void> splitOff(Post root, String to) {
        AggregationUpdate update = AggregationUpdate.from(List.of(Aggregation.stage(new Document(
                "$set",
                new Document("thread", to)
                        .append(
                                "path",
                                new Document(
                                        "$substrBytes",
                                        List.of("$path", root.pathAbove().length(), -1)))
                        .append(
                                "parent",
                                new Document(
                                        "$cond",
                                        List.of(
                                                new Document("$eq", List.of("$_id", root.id())),
                                                "$$REMOVE",
                                                "$parent")))))));
        return posts.changeAll(
                Query.query(where("thread")
                        .is(root.thread())
                        .and("path")
                        .gte(root.path())
                        .lt(root.path() + BEHIND_ALL_PATHS)),
                update);
    }

    /** Without their words. */
    Flux<Post> places(Collection<String> ids) {
        Query some = Query.query(where("_id").in(ids)).limit(ids.size());
        some.fields().exclude("markdown", "earlier", "html");
        return posts.list(some);
    }

    /** The first of a thread. */
    Mono<Post> opening(String thread) {
        return posts.first(Query.query(where("thread").is(thread)).with(Sort.by("path")));
    }

    /** Adds a reaction to somebody else's post, or takes it away; empty if nothing had to be changed, or may be. */
    Mono<Post> react(String id, Reaction reaction, boolean given, Visibility visibility) {
        Criteria itself =
                where("by").is(reaction.by()).and("kind").is(reaction.kind().name());
        Criteria which = new Criteria()
                .andOperator(
                        where("_id").is(id),
                        where("state").is(Post.State.PUBLISHED.name()),
                        where("author").ne(reaction.by()),
                        visibility.readable("group"),
                        given
                                ? where("reactions").not().elemMatch(itself)
                                : where("reactions").elemMatch(itself));
        Update update = given ? new Update().push("reactions", reaction) : new Update().pull("reactions", reaction);
        return posts.change(Query.query(which), update);
    }

    /** For the search index, which keeps rights beside words: those that can be read by anybody. */
    Flux<Post> toIndex(Collection<String> ids) {
        Query some = Query.query(where("_id").in(ids)).limit(ids.size());
        some.fields().exclude("markdown", "earlier");
        return posts.list(some).filter(post -> post.state() == Post.State.PUBLISHED);
    }

    Flux<String> idsAfter(String id, int limit) {
        return posts.idsAfter(id, limit);
    }

    Flux<String> idsIn(String thread) {
        return posts.ids(Query.query(where("thread").is(thread)).limit(MOST_CONCERNED));
    }

    /** What somebody wrote and has not deleted. */
    Flux<Post> toDelete(String author, int limit) {
        return posts.list(Query.query(where("author").is(author).and("state").ne(Post.State.DELETED.name()))
                .limit(limit));
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
        Criteria criteria = new Criteria()
                .andOperator(
                        where("thread").is(thread), bound, where("state").nin(UNSEEN), visibility.readable("group"));
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
        query.fields().exclude("markdown", "earlier");
        return posts.list(query).collectList();
    }
}
