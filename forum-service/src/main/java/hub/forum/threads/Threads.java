package hub.forum.threads;

import hub.forum.groups.Visibility;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Rejected;
import hub.platform.mongo.Ids;
import hub.platform.text.Lines;
import hub.platform.text.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Conversations and what people say in them. Every method takes the viewer's {@link Visibility}; what the viewer may not know of is empty.
 * A member who has yet to accept the group's agreement gets {@link hub.forum.groups.AgreementFirst} as a signal.
 */
@Service
public class Threads {
    private static final int MOST_NUMBERS_TAKEN = 20;

    private final ThreadStore threads;
    private final PostStore posts;
    private final CounterStore counters;
    private final Markdown markdown;
    private final Clock clock;

    Threads(ThreadStore threads, PostStore posts, CounterStore counters, Markdown markdown, Clock clock) {
        this.threads = threads;
        this.posts = posts;
        this.counters = counters;
        this.markdown = markdown;
        this.clock = clock;
    }

    /** A thread the viewer may read. */
    public Mono<DiscussionThread> find(String id, Visibility visibility) {
        return threads.find(id, visibility).doOnNext(thread -> visibility.requireRead(thread.group()));
    }

    /** A post the viewer may read. */
    public Mono<Post> post(String id, Visibility visibility) {
        return posts.find(id, visibility).doOnNext(post -> visibility.requireRead(post.group()));
    }

    /** The latest conversations of some groups. */
    public Flux<DiscussionThread> latest(Collection<String> groups, int limit, Visibility visibility) {
        return threads.latest(groups, visibility, limit);
    }

    /**
     * Starts a conversation. The same form sent again finds the first.
     *
     * @param title clean, {@value DiscussionThread#SHORTEST_TITLE} to {@value DiscussionThread#LONGEST_TITLE} characters
     * @param text clean, 1 to {@value Post#LONGEST} characters
     * @throws NotAllowed (as a signal) unless the viewer may post in the group
     */
    public Mono<DiscussionThread> start(
            String group, String title, String text, String formKey, Visibility visibility) {
        if (!visibility.mayPost(group)) {
            return Mono.error(new NotAllowed());
        }
        String author = visibility.viewer().id();
        String once = once(formKey, group, title, text);
        Mono<DiscussionThread> fresh = render(text).flatMap(rendered -> {
            String opening = Ids.next();
            DiscussionThread thread =
                    DiscussionThread.start(Ids.next(), group, title, opening, author, clock.instant(), once);
            Post first = Post.write(opening, thread, null, 1, author, rendered, thread.createdAt(), once);
            return threads.insert(thread, first);
        });
        return threads.findByFormKey(author, once)
                .switchIfEmpty(fresh)
                .onErrorResume(DuplicateKeyException.class, sentTwice -> threads.findByFormKey(author, once));
    }

    /**
     * Replies to a thread, or to one of its posts. The same form sent again finds the first.
     *
     * @param parent id of the post that is answered; null for the thread as a whole
     * @return the reply and its thread; empty if there is no such thread or post for this viewer
     * @throws Rejected {@code threads.locked}, {@code threads.parentGone} or {@code threads.full} (as a signal)
     */
    public Mono<Replied> reply(
            String threadId, @Nullable String parent, String text, String formKey, Visibility visibility) {
        String author = visibility.viewer().id();
        String once = once(formKey, threadId, String.valueOf(parent), text);
        // The thread itself is read by the update that numbers the reply; before it, its group is enough.
        Mono<Replied> fresh = threads.group(threadId, visibility)
                .doOnNext(visibility::requireRead)
                .filter(visibility::mayPost)
                .flatMap(group -> answered(threadId, parent, visibility)
                        .flatMap(answered -> render(text)
                                .flatMap(rendered ->
                                        append(threadId, answered.orElse(null), rendered, once, visibility))));
        // Whoever sends the same again rarely does; so what it came to before is looked for only when it does not work.
        return fresh.onErrorResume(
                Rejected.class, refusal -> before(author, once, visibility).switchIfEmpty(Mono.error(refusal)));
    }

    /** What the same form came to when it was sent before. */
    private Mono<Replied> before(String author, String formKey, Visibility visibility) {
        return posts.findByFormKey(author, formKey)
                .flatMap(post -> find(post.thread(), visibility).map(thread -> new Replied(thread, post)));
    }

    public record Replied(DiscussionThread thread, Post post) {}

    private Mono<java.util.Optional<Post>> answered(String thread, @Nullable String parent, Visibility visibility) {
        if (parent == null || parent.isEmpty()) {
            return Mono.just(java.util.Optional.empty());
        }
        return posts.find(parent, visibility)
                .filter(post -> post.thread().equals(thread))
                .map(post -> {
                    if (post.state() != Post.State.PUBLISHED) {
                        throw new Rejected("threads.parentGone");
                    }
                    return java.util.Optional.of(post);
                });
    }

    private Mono<Replied> append(
            String thread, @Nullable Post parent, Post.Text text, String formKey, Visibility visibility) {
        return Mono.defer(() -> tryAppend(thread, parent, text, formKey, visibility))
                .retryWhen(Retry.max(MOST_NUMBERS_TAKEN).filter(NumberTaken.class::isInstance));
    }

    private Mono<Replied> tryAppend(
            String thread, @Nullable Post parent, Post.Text text, String formKey, Visibility visibility) {
        String author = visibility.viewer().id();
        String id = Ids.next();
        Instant at = clock.instant();
        return counters.number(thread, id, author, at, visibility)
                .switchIfEmpty(Mono.defer(() -> closed(thread, visibility)))
                .flatMap(numbered -> posts.insert(
                                Post.write(id, numbered, parent, numbered.sequence(), author, text, at, formKey))
                        .flatMap(stored ->
                                counters.settle(stored, clock.instant()).thenReturn(new Replied(numbered, stored))))
                .onErrorResume(
                        DuplicateKeyException.class,
                        there -> counters.abandon(thread, id, clock.instant())
                                .then(before(author, formKey, visibility))
                                .switchIfEmpty(Mono.error(new NumberTaken(there))));
    }

    /** Why a thread gave no number. */
    private <T> Mono<T> closed(String thread, Visibility visibility) {
        return find(thread, visibility)
                .flatMap(found -> Mono.error(
                        new Rejected(found.sequence() >= Post.MOST_POSTS ? "threads.full" : "threads.locked")));
    }

    /**
     * Changes one's own words.
     *
     * @param revision of the text that was on the page
     * @throws Rejected {@code threads.editedMeanwhile}, {@code threads.locked} or {@code threads.post.gone} (as a signal)
     */
    public Mono<Post> edit(String postId, String text, int revision, Visibility visibility) {
        return own(postId, visibility).flatMap(post -> {
            if (post.revision() != revision) {
                return post.markdown().equals(text)
                        ? Mono.just(post)
                        : Mono.error(new Rejected("threads.editedMeanwhile"));
            }
            return render(text)
                    .map(rendered -> post.edited(rendered, clock.instant()))
                    .flatMap(edited -> posts.save(post, edited))
                    .switchIfEmpty(Mono.error(() -> new Rejected("threads.editedMeanwhile")));
        });
    }

    /** Takes one's own words back. A post that was answered keeps its place. Done twice it is done once. */
    public Mono<Post> delete(String postId, Visibility visibility) {
        return own(postId, visibility)
                .flatMap(post -> post.state() == Post.State.DELETED
                        ? Mono.just(post)
                        : counters.note(post, clock.instant())
                                .then(posts.save(post, post.deleted(clock.instant())))
                                .switchIfEmpty(Mono.error(() -> new Rejected("threads.editedMeanwhile")))
                                .delayUntil(gone -> counters.recount(
                                        gone.thread(), clock.instant().minus(CounterStore.GRACE))));
    }

    /** One's own post in a thread that is open: in a locked one nothing changes. */
    private Mono<Post> own(String postId, Visibility visibility) {
        return post(postId, visibility)
                .filter(post -> post.author().equals(visibility.viewer().id()) && visibility.mayPost(post.group()))
                .flatMap(post -> find(post.thread(), visibility)
                        .filter(thread -> !thread.isLocked())
                        .switchIfEmpty(Mono.error(() -> new Rejected("threads.locked")))
                        .thenReturn(post));
    }

    /** What a text will look like. */
    public Mono<String> preview(String text) {
        return markdown.post(text);
    }

    /**
     * What is sent once: this form with these words. The back button brings an old form back; other words in it are another post and must not
     * be swallowed by the first.
     */
    private static String once(String formKey, String... words) {
        return Ids.of(formKey + "\n" + String.join("\n", words));
    }

    /** The number was given out before, by a primary of MongoDB that went away with its knowledge of it. */
    private static final class NumberTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NumberTaken(DuplicateKeyException cause) {
            super(cause);
        }
    }

    private Mono<Post.Text> render(String text) {
        String clean = Lines.cleanText(text);
        return markdown.post(clean).map(html -> new Post.Text(clean, html, Markdown.VERSION));
    }
}
