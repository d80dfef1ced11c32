package hub.forum.threads;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What waits to be approved, and what may be done with it: by a moderator, who comes into a private group first, and by whoever leads the group; never by its author. Each act is one
 * transaction with its entry in the audit log.
 */
@Service
public class ThreadApproval {
    /** As for a reply: two of one millisecond below the same post whose ids begin alike. */
    private static final int MOST_PLACES_TAKEN = 5;

    private final ThreadStore threads;
    private final PostStore posts;
    private final Accounts accounts;
    private final Rights rights;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    ThreadApproval(
            ThreadStore threads,
            PostStore posts,
            Accounts accounts,
            Rights rights,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.threads = threads;
        this.posts = posts;
        this.accounts = accounts;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the viewer may decide about, the oldest first; only where the viewer reads may its words be shown. */
    public Flux<Post> waiting(int limit, Visibility visibility) {
        return posts.waiting(limit, visibility);
    }

    /** One that the viewer may decide about, or that was sent back or refused. */
    public Mono<Post> find(String post, Visibility visibility) {
        return posts.findToDecide(post, visibility);
    }

    /** Whether one still waits, for telling those who may decide. */
    public Mono<Post> toRemind(String post) {
        return posts.toRemind(post);
    }

    /** The conversation that it is for, which may wait with it; empty unless the viewer reads there. */
    public Mono<DiscussionThread> conversation(Post post, Visibility visibility) {
        return threads.findToDecide(post.thread(), visibility);
    }

    /**
     * Others see it from now on, and are told as of anything that is said now.
     *
     * @throws Rejected {@code threads.decidedAlready}, {@code threads.lockedMeanwhile}, {@code threads.authorGone} (as a signal)
     */
    public Mono<Post> approve(String post, Visibility visibility) {
        return approve(post, Post.State.WAITING, visibility);
    }

    /** As {@link #approve(String, Visibility)}, of one that was refused, after another look at it. */
    public Mono<Post> approveRefused(String post, Visibility visibility) {
        return approve(post, Post.State.REFUSED, visibility);
    }

    /** Of two who decide about a post that waits the second finds it decided, whatever the first decided. */
    private Mono<Post> approve(String post, Post.State from, Visibility visibility) {
        return transactions
                .run(Mono.defer(() -> readable(post, visibility)
                        .filter(waiting -> waiting.state() == from)
                        .switchIfEmpty(decidedAlready())
                        .flatMap(waiting -> conversation(waiting, visibility)
                                .delayUntil(thread -> requireAuthor(waiting))
                                .flatMap(thread -> approve(waiting, thread, visibility)))))
                .retryWhen(Retry.max(MOST_PLACES_TAKEN)
                        .filter(DuplicateKeyException.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    private Mono<Post> readable(String post, Visibility visibility) {
        return find(post, visibility)
                .filter(waiting -> ThreadPolicy.mayModerate(visibility, waiting.group()))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /** The right to speak there is asked again: whoever is paused or has left meanwhile says nothing. */
    private Mono<Void> requireAuthor(Post post) {
        return accounts.viewer(post.author())
                .flatMap(rights::of)
                .filter(author -> author.mayPost(post.group()))
                .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.AUTHOR_GONE)))
                .then();
    }

    private Mono<Post> approve(Post before, DiscussionThread thread, Visibility visibility) {
        Post after = before.approved(thread.notBefore(clock.instant()));
        Mono<DiscussionThread> counted = thread.waits()
                ? threads.approve(after, visibility).switchIfEmpty(decidedAlready())
                : threads.count(after, thread, visibility)
                        .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.LOCKED_MEANWHILE)));
        return counted.then(posts.approve(before, after).switchIfEmpty(decidedAlready()))
                .delayUntil(post -> publish(post, thread, visibility))
                .delayUntil(post -> record("threads.approve", post, "", visibility));
    }

    private Mono<Void> publish(Post post, DiscussionThread thread, Visibility visibility) {
        Mono<Void> said = thread.waits()
                ? events.publish(new ThreadEvents.Started(post.thread(), post.id(), post.group(), post.author()))
                : answered(post, thread, visibility)
                        .flatMap(answered -> events.publish(new ThreadEvents.Replied(
                                post.thread(), post.id(), post.group(), post.author(), answered)));
        return said.then(
                events.publish(new ThreadEvents.Approved(post.thread(), post.id(), post.group(), post.author())));
    }

    private Mono<String> answered(Post post, DiscussionThread thread, Visibility visibility) {
        return Mono.justOrEmpty(post.parent())
                .flatMap(parent -> posts.find(parent, visibility))
                .map(Post::author)
                .defaultIfEmpty(thread.author());
    }

    /**
     * Its author gets it back, with the reason.
     *
     * @param again whether they may change it and send it again
     * @throws Rejected {@code threads.decidedAlready} (as a signal)
     */
    public Mono<Post> sendBack(String post, String reason, boolean again, Visibility visibility) {
        return transactions.run(readable(post, visibility)
                .flatMap(waiting -> posts.save(
                                waiting,
                                waiting.notApproved(
                                        new Post.Hiding(
                                                visibility.viewer().id(),
                                                clock.instant(),
                                                reason,
                                                visibility.viewer().moderator()),
                                        again))
                        .switchIfEmpty(decidedAlready()))
                .delayUntil(back -> events.publish(
                        new ThreadEvents.NotApproved(back.thread(), back.id(), back.group(), back.author(), again)))
                .delayUntil(back -> record(again ? "threads.sendBack" : "threads.refuse", back, reason, visibility)));
    }

    private static <T> Mono<T> decidedAlready() {
        return Mono.error(() -> new Rejected(ThreadRefusal.DECIDED_ALREADY));
    }

    private Mono<Void> record(String act, Post post, String reason, Visibility visibility) {
        Map<String, String> details = reason.isEmpty() ? Map.of() : Map.of("reason", reason);
        return audit.record(act, visibility.viewer().id(), post.id(), post.group(), details);
    }
}
