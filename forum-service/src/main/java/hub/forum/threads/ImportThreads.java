package hub.forum.threads;

import hub.platform.events.Events;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.text.InputText;
import hub.platform.text.Markdown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings in conversations that took place elsewhere or earlier, as they were: no viewer, no form, times of their own. */
@Service
public class ImportThreads {
    private final ThreadStore threads;
    private final PostStore posts;
    private final Transactions transactions;
    private final Events events;
    private final Markdown markdown;

    ImportThreads(ThreadStore threads, PostStore posts, Transactions transactions, Events events, Markdown markdown) {
        this.threads = threads;
        this.posts = posts;
        this.transactions = transactions;
        this.events = events;
        this.markdown = markdown;
    }

    /**
     * A conversation to bring in.
     *
     * @param source where it comes from; brought in once for each source
     * @param posts parents before their replies; the first is the opening post
     */
    public record OldThread(
            String source,
            String group,
            String title,
            boolean pinned,
            @Nullable String lockedBy,
            String lockReason,
            List<OldPost> posts) {}

    /** @param parent the place of the answered post in the list, from 0; null at the top */
    public record OldPost(@Nullable Integer parent, String author, Instant at, String text, List<Reaction> reactions) {
        public OldPost(@Nullable Integer parent, String author, Instant at, String text) {
            this(parent, author, at, text, List.of());
        }
    }

    /** Adds it whole, or does nothing if it is there. Nobody is told: it is old. */
    public Mono<Void> add(OldThread old) {
        return add(old, Instant.MAX);
    }

    /** @param newsSince whom posts of later answer is told of them */
    public Mono<Void> add(OldThread old, Instant newsSince) {
        return Flux.fromIterable(old.posts())
                .concatMap(post -> text(post.text()))
                .collectList()
                .flatMap(texts -> {
                    DiscussionThread thread = thread(old);
                    List<Post> all = posts(old, thread, texts);
                    return transactions.run(threads.insert(thread)
                            .then(posts.insertAll(all))
                            .thenMany(Flux.fromIterable(replies(old, all)))
                            .filter(reply -> reply.at().isAfter(newsSince))
                            .concatMap(reply -> events.publish(reply.event()))
                            .then());
                })
                .onErrorResume(DuplicateKeyException.class, thereAlready -> Mono.empty());
    }

    private Mono<Post.Text> text(String typed) {
        String clean = InputText.cleanText(typed);
        return markdown.post(clean).map(html -> new Post.Text(clean, html, Markdown.VERSION));
    }

    private static DiscussionThread thread(OldThread old) {
        OldPost first = old.posts().getFirst();
        OldPost last =
                old.posts().stream().max(Comparator.comparing(OldPost::at)).orElse(first);
        String id = Ids.of(old.source());
        String lastId = postId(old, old.posts().indexOf(last));
        return new DiscussionThread(
                id,
                old.group(),
                old.title(),
                DiscussionThread.slugOf(old.title()),
                first.author(),
                first.at(),
                old.lockedBy() == null ? DiscussionThread.State.OPEN : DiscussionThread.State.LOCKED,
                old.lockedBy() == null
                        ? null
                        : new DiscussionThread.Lock(old.lockedBy(), last.at(), old.lockReason(), false),
                old.pinned(),
                old.posts().size(),
                new DiscussionThread.LastPost(last.at(), lastId, last.author()),
                DiscussionThread.recency(last.at(), id),
                id,
                null);
    }

    private static List<Post> posts(OldThread old, DiscussionThread thread, List<Post.Text> texts) {
        List<Post> posts = new ArrayList<>();
        for (int place = 0; place < old.posts().size(); place++) {
            OldPost post = old.posts().get(place);
            Post parent = post.parent() == null ? null : posts.get(post.parent());
            String id = postId(old, place);
            posts.add(
                    Post.write(id, thread.id(), thread.group(), parent, post.author(), texts.get(place), post.at(), id)
                            .with(post.reactions()));
        }
        return posts;
    }

    private record Reply(Instant at, ThreadEvents.Replied event) {}

    private static List<Reply> replies(OldThread old, List<Post> posts) {
        List<Reply> replies = new ArrayList<>();
        for (int place = 1; place < posts.size(); place++) {
            Post post = posts.get(place);
            Integer answers = old.posts().get(place).parent();
            String answered = posts.get(answers == null ? 0 : answers).author();
            replies.add(new Reply(
                    post.createdAt(),
                    new ThreadEvents.Replied(post.thread(), post.id(), post.group(), post.author(), answered)));
        }
        return replies;
    }

    private static String postId(OldThread old, int place) {
        return postId(old.source(), place);
    }

    /**
     * The id of a post that is brought in.
     *
     * @param source of its conversation
     * @param place in the list of its posts, from 0
     */
    public static String postId(String source, int place) {
        return Ids.of(source + "#" + place);
    }
}
