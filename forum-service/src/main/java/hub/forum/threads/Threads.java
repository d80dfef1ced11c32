package hub.forum.threads;

import hub.forum.groups.Visibility;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Markdown;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    /** Two posts of one millisecond below the same one whose ids begin alike: one in 32,768 of those. */
    private static final int MOST_PLACES_TAKEN = 5;

    private final ThreadStore threads;
    private final PostStore posts;
    private final ObjectProvider<PostGate> gates;
    private final Transactions transactions;
    private final Events events;
    private final Markdown markdown;
    private final Clock clock;

    Threads(
            ThreadStore threads,
            PostStore posts,
            ObjectProvider<PostGate> gates,
            Transactions transactions,
            Events events,
            Markdown markdown,
            Clock clock) {
        this.threads = threads;
        this.posts = posts;
        this.gates = gates;
        this.transactions = transactions;
        this.events = events;
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

    /** Where some posts stand now, by their ids: for what keeps that beside a post and shows nothing of it. */
    public Mono<Map<String, Place>> places(Collection<String> ids) {
        return posts.places(ids).collectMap(Post::id, post -> new Place(post.thread(), post.group()));
    }

    /** A conversation and its group, by their ids. */
    public record Place(String thread, String group) {}

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
        Mono<DiscussionThread> fresh = render(text).flatMap(rendered -> {
            String opening = Ids.next();
            DiscussionThread thread =
                    DiscussionThread.start(Ids.next(), group, title, opening, author, clock.instant(), formKey);
            Post first = Post.write(opening, thread.id(), group, null, author, rendered, thread.createdAt(), formKey);
            return waits(group, visibility)
                    .flatMap(waits -> waits ? startedToWait(first, thread) : started(first, thread));
        });
        return threads.findByFormKey(author, formKey)
                .switchIfEmpty(fresh)
                .onErrorResume(DuplicateKeyException.class, sentTwice -> threads.findByFormKey(author, formKey));
    }

    /** Both or neither: a thread without its opening post would be a riddle. */
    private Mono<DiscussionThread> started(Post first, DiscussionThread thread) {
        var started = new ThreadEvents.Started(thread.id(), first.id(), thread.group(), thread.author());
        return transactions.run(
                posts.insert(first).then(threads.insert(thread)).delayUntil(there -> events.publish(started)));
    }

    private Mono<DiscussionThread> startedToWait(Post first, DiscussionThread thread) {
        return transactions.run(posts.insert(first.awaiting())
                .then(threads.insert(thread.awaiting()))
                .delayUntil(there -> events.publish(ThreadEvents.Waits.of(first))));
    }

    /** Whether what the viewer writes there must be approved before others see it. */
    private Mono<Boolean> waits(String group, Visibility visibility) {
        return Flux.fromStream(gates::orderedStream)
                .concatMap(gate -> gate.mustWait(group, visibility))
                .any(waits -> waits);
    }

    /** The viewer's own that nobody else sees yet, or ever will: in one conversation, the oldest first. */
    public Mono<List<Post>> ownUnseen(DiscussionThread thread, Visibility visibility) {
        return ownUnseen(visibility)
                .map(all -> all.stream()
                        .filter(post -> post.thread().equals(thread.id()))
                        .toList());
    }

    /** The same, wherever they are. */
    public Mono<List<Post>> ownUnseen(Visibility visibility) {
        return posts.ownUnseen(visibility);
    }

    /**
     * How much of what somebody said was seen by others and not hidden. For whether somebody is new, and shown to nobody.
     *
     * @param without groups that do not count
     * @param most no more are counted
     */
    public Mono<Long> said(String author, Set<String> without, int most) {
        return posts.said(author, without, most);
    }

    /**
     * Replies to a thread, or to one of its posts. The same form sent again finds the first.
     *
     * @param parent id of the post that is answered; null for the thread as a whole
     * @return the reply; empty if there is no such thread or post for this viewer
     * @throws Rejected {@code threads.locked} or {@code threads.parentGone} (as a signal)
     */
    public Mono<Replied> reply(
            String threadId, @Nullable String parent, String text, String formKey, Visibility visibility) {
        String author = visibility.viewer().id();
        Mono<Replied> fresh = find(threadId, visibility)
                .filter(thread -> visibility.mayPost(thread.group()))
                .doOnNext(Threads::requireOpen)
                .flatMap(thread -> Mono.zip(
                                answered(thread.id(), parent, visibility),
                                render(text),
                                waits(thread.group(), visibility))
                        .flatMap(parts -> append(
                                thread,
                                parts.getT1().orElse(null),
                                parts.getT2(),
                                parts.getT3(),
                                formKey,
                                visibility)));
        // Whoever sends the same again rarely does; so what it came to before is looked for only when it does not work.
        return fresh.onErrorResume(
                Rejected.class, refusal -> before(author, formKey, visibility).switchIfEmpty(Mono.error(refusal)));
    }

    /** What the same form came to when it was sent before. */
    private Mono<Replied> before(String author, String formKey, Visibility visibility) {
        return posts.findByFormKey(author, formKey)
                .flatMap(post -> find(post.thread(), visibility).map(thread -> new Replied(thread.path(), post)));
    }

    /** @param thread the address of the thread */
    public record Replied(String thread, Post post) {}

    private Mono<Optional<Post>> answered(String thread, @Nullable String parent, Visibility visibility) {
        if (parent == null || parent.isEmpty()) {
            return Mono.just(Optional.empty());
        }
        return posts.find(parent, visibility).map(post -> {
            if (post.state() != Post.State.PUBLISHED || !post.thread().equals(thread)) {
                throw new Rejected(ThreadRefusal.PARENT_GONE);
            }
            return Optional.of(post);
        });
    }

    /** A path that another post of the same millisecond took needs another id. */
    private Mono<Replied> append(
            DiscussionThread thread,
            @Nullable Post parent,
            Post.Text text,
            boolean waits,
            String formKey,
            Visibility visibility) {
        String author = visibility.viewer().id();
        return Mono.fromSupplier(() -> Post.write(
                        Ids.next(),
                        thread.id(),
                        thread.group(),
                        parent,
                        author,
                        text,
                        thread.notBefore(clock.instant()),
                        formKey))
                .flatMap(post -> waits
                        ? insertToWait(thread, post.awaiting(), visibility)
                        : insert(post, thread, parent, visibility))
                .onErrorResume(
                        DuplicateKeyException.class,
                        there -> before(author, formKey, visibility).switchIfEmpty(Mono.error(there)))
                .retryWhen(Retry.max(MOST_PLACES_TAKEN)
                        .filter(DuplicateKeyException.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    /** The thread is changed first and must be open then, so of a lock and a reply at once one is first and the other sees it. */
    private Mono<Replied> insert(Post post, DiscussionThread answered, @Nullable Post parent, Visibility visibility) {
        var replied = new ThreadEvents.Replied(
                post.thread(),
                post.id(),
                post.group(),
                post.author(),
                parent == null ? answered.author() : parent.author());
        return transactions.run(threads.count(post, answered, visibility)
                .switchIfEmpty(lockedOrMoved(post, visibility))
                .flatMap(thread ->
                        posts.insert(post).then(events.publish(replied)).thenReturn(new Replied(thread.path(), post))));
    }

    /** Nothing is counted, and nobody in the conversation is told. */
    private Mono<Replied> insertToWait(DiscussionThread thread, Post post, Visibility visibility) {
        return transactions.run(threads.keepFor(post, visibility)
                .switchIfEmpty(lockedOrMoved(post, visibility))
                .then(posts.insert(post))
                .delayUntil(there -> events.publish(ThreadEvents.Waits.of(post)))
                .thenReturn(new Replied(thread.path(), post)));
    }

    /** Why a post cannot be counted in its thread, which was open a moment ago. */
    private <T> Mono<T> lockedOrMoved(Post post, Visibility visibility) {
        return threads.find(post.thread(), visibility)
                .filter(thread ->
                        thread.id().equals(post.thread()) && thread.group().equals(post.group()))
                .map(thread -> thread.takesReplies() ? ThreadRefusal.PARENT_GONE : ThreadRefusal.LOCKED)
                .defaultIfEmpty(ThreadRefusal.MOVED_MEANWHILE)
                .flatMap(why -> Mono.error(() -> new Rejected(why)));
    }

    private static <T> Mono<T> locked() {
        return Mono.error(() -> new Rejected(ThreadRefusal.LOCKED));
    }

    private static void requireOpen(DiscussionThread thread) {
        if (thread.isLocked()) {
            throw new Rejected(ThreadRefusal.LOCKED);
        }
        if (!thread.takesReplies()) {
            throw new Rejected(ThreadRefusal.WAITS);
        }
    }

    /**
     * Changes one's own words. The same words are no change.
     *
     * @param revision of the text that was on the page
     * @throws Rejected {@code threads.editedMeanwhile}, {@code threads.locked} or {@code threads.post.gone} (as a signal)
     */
    public Mono<Post> edit(String postId, String text, int revision, Visibility visibility) {
        return own(postId, false, visibility).flatMap(post -> {
            if (post.revision() != revision) {
                return post.markdown().equals(text)
                        ? Mono.just(post)
                        : Mono.error(new Rejected(ThreadRefusal.EDITED_MEANWHILE));
            }
            boolean sent = post.state() == Post.State.PUBLISHED || post.state() == Post.State.WAITING;
            if (post.markdown().equals(text) && sent) {
                return Mono.just(post);
            }
            return gate(post, visibility)
                    .then(Mono.defer(() -> render(text)))
                    .map(rendered -> post.edited(rendered, clock.instant()))
                    .flatMap(edited ->
                            transactions.run(posts.save(post, edited).delayUntil(saved -> edited(post, saved))))
                    .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.EDITED_MEANWHILE)));
        });
    }

    /** What others see changes only for those whose posts are seen at once: else an old post would carry new words past those who approve them. */
    private Mono<Void> gate(Post post, Visibility visibility) {
        return post.state() != Post.State.PUBLISHED
                ? Mono.empty()
                : waits(post.group(), visibility)
                        .flatMap(waits -> waits ? Mono.error(new Rejected(ThreadRefusal.EDIT_WAITS)) : Mono.empty());
    }

    /** What was sent back waits again; of what nobody else sees nobody is told. */
    private Mono<Void> edited(Post before, Post after) {
        if (before.state() == Post.State.SENT_BACK) {
            return events.publish(ThreadEvents.Waits.of(after));
        }
        return after.state().unseen()
                ? Mono.empty()
                : events.publish(new ThreadEvents.Edited(after.thread(), after.id(), after.group(), after.author()));
    }

    /** Takes one's own words back. A post that was answered keeps its place. Done twice it is done once. */
    public Mono<Post> delete(String postId, Visibility visibility) {
        return own(postId, true, visibility).flatMap(post -> {
            if (post.state() == Post.State.DELETED) {
                return Mono.just(post);
            }
            return transactions.run(post.state().unseen() ? withdraw(post, visibility) : remove(post, visibility));
        });
    }

    /** What nobody else saw goes without a trace, and the conversation that it would have begun with it. */
    private Mono<Post> withdraw(Post post, Visibility visibility) {
        return posts.withdraw(post)
                .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.EDITED_MEANWHILE)))
                .delayUntil(gone -> threads.withdraw(gone.thread(), visibility))
                .delayUntil(gone -> events.publish(new ThreadEvents.Deleted(gone.thread(), gone.id())));
    }

    /** The thread is changed first, so that nothing comes between the posts that are counted and the count that is written. */
    private Mono<Post> remove(Post post, Visibility visibility) {
        return threads.discount(post, visibility)
                .switchIfEmpty(lockedOrMoved(post, visibility))
                .flatMap(thread -> posts.save(post, post.deleted(clock.instant()))
                        .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.EDITED_MEANWHILE)))
                        .delayUntil(gone -> recount(thread))
                        .delayUntil(gone -> events.publish(new ThreadEvents.Deleted(gone.thread(), gone.id()))));
    }

    /**
     * Takes back some of what somebody wrote who leaves the hub and wishes it, as if they had deleted each post; in locked conversations too. Steps of the caller's transaction.
     *
     * @return how many it were; as many as the limit if there may be more
     */
    public Mono<Integer> deleteSomeOf(String author, int limit) {
        return posts.toDelete(author, limit)
                .concatMap(post -> (post.state().unseen() ? withdrawUnseen(post) : takeBack(post)).thenReturn(1))
                .reduce(0, Integer::sum);
    }

    private Mono<Post> takeBack(Post post) {
        return posts.save(post, post.deleted(clock.instant()))
                .delayUntil(gone -> threads.asStored(gone.thread()).flatMap(this::recount))
                .delayUntil(gone -> events.publish(new ThreadEvents.Deleted(gone.thread(), gone.id())));
    }

    private Mono<Post> withdrawUnseen(Post post) {
        return posts.withdraw(post)
                .delayUntil(gone -> threads.withdrawUnseen(gone.thread(), gone.author()))
                .delayUntil(gone -> events.publish(new ThreadEvents.Deleted(gone.thread(), gone.id())));
    }

    /** Writes how many of its posts count, and which was the last; within a transaction that has changed the thread before. */
    Mono<DiscussionThread> recount(DiscussionThread thread) {
        return posts.live(thread.id())
                .flatMap(count -> posts.lastLive(thread.id())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(latest -> threads.recount(thread, count, latest)));
    }

    /** One's own post in a thread that is open: in a locked one nothing changes that others see. @param taking whether it is to be taken back */
    private Mono<Post> own(String postId, boolean taking, Visibility visibility) {
        return post(postId, visibility)
                .filter(post -> post.author().equals(visibility.viewer().id()) && visibility.mayPost(post.group()))
                .flatMap(post -> find(post.thread(), visibility)
                        .filter(thread ->
                                !thread.isLocked() || taking && post.state().unseen())
                        .switchIfEmpty(locked())
                        .thenReturn(post));
    }

    /** What a text will look like. */
    public Mono<String> preview(String text) {
        return markdown.post(text);
    }

    private Mono<Post.Text> render(String text) {
        String clean = InputText.cleanText(text);
        return markdown.post(clean).map(html -> new Post.Text(clean, html, Markdown.VERSION));
    }
}
