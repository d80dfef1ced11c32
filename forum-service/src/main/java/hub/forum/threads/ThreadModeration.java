package hub.forum.threads;

import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What a moderator may do where they may read, and a facilitator or liaison worker in their own group. Each act is one transaction with its entry in
 * the audit log. Empty for everybody else, as if the thread or post did not exist.
 */
@Service
public class ThreadModeration {
    private final Threads reading;
    private final ThreadStore threads;
    private final PostStore posts;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    ThreadModeration(
            Threads reading,
            ThreadStore threads,
            PostStore posts,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.reading = reading;
        this.threads = threads;
        this.posts = posts;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws Rejected {@code threads.lockedAlready} (as a signal) */
    public Mono<DiscussionThread> lock(String id, String reason, Visibility visibility) {
        return change(
                id,
                "threads.lock",
                reason,
                visibility,
                thread -> thread.locked(new DiscussionThread.Lock(
                        visibility.viewer().id(),
                        clock.instant(),
                        reason,
                        visibility.viewer().moderator())));
    }

    /** @throws Rejected {@code threads.openAlready}, {@code threads.moderatorsWord} (as a signal) */
    public Mono<DiscussionThread> unlock(String id, Visibility visibility) {
        return change(
                id,
                "threads.unlock",
                "",
                visibility,
                thread -> thread.unlocked(visibility.viewer().moderator()));
    }

    public Mono<DiscussionThread> pin(String id, boolean pinned, Visibility visibility) {
        return change(id, pinned ? "threads.pin" : "threads.unpin", "", visibility, thread -> thread.pinned(pinned));
    }

    /**
     * Hides a post.
     *
     * @param reason what its author is told, 3 to 500 characters
     * @throws Rejected {@code threads.post.gone} or {@code threads.editedMeanwhile} (as a signal)
     */
    public Mono<Post> hide(String postId, String reason, Visibility visibility) {
        Mono<Post> hidden = changePost(
                postId,
                "threads.hide",
                reason,
                visibility,
                post -> post.hidden(new Post.Hiding(
                        visibility.viewer().id(),
                        clock.instant(),
                        reason,
                        visibility.viewer().moderator())));
        return transactions.run(hidden.delayUntil(post -> events.publish(new ThreadEvents.Hidden(
                post.thread(),
                post.id(),
                post.group(),
                post.author(),
                visibility.viewer().id()))));
    }

    /** @throws Rejected {@code threads.post.notHidden}, {@code threads.moderatorsWord} (as a signal) */
    public Mono<Post> showAgain(String postId, Visibility visibility) {
        return changePost(
                postId,
                "threads.show",
                "",
                visibility,
                post -> post.shownAgain(
                        visibility.viewer().id(), visibility.viewer().moderator()));
    }

    private Mono<DiscussionThread> change(
            String id, String act, String reason, Visibility visibility, UnaryOperator<DiscussionThread> how) {
        return transactions.run(reading.find(id, visibility)
                .filter(thread -> ThreadPolicy.mayModerate(visibility, thread.group()))
                .flatMap(thread -> threads.saveState(thread, how.apply(thread), visibility)
                        .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.CHANGED_MEANWHILE))))
                .flatMap(thread -> record(act, thread.id(), thread.group(), reason, visibility)
                        .thenReturn(thread)));
    }

    private Mono<Post> changePost(
            String id, String act, String reason, Visibility visibility, UnaryOperator<Post> how) {
        return transactions.run(reading.post(id, visibility)
                .filter(post -> ThreadPolicy.mayModerate(visibility, post.group()))
                .flatMap(post -> posts.save(post, how.apply(post))
                        .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.EDITED_MEANWHILE))))
                .flatMap(post ->
                        record(act, post.id(), post.group(), reason, visibility).thenReturn(post)));
    }

    private Mono<Void> record(String act, String subject, String group, String reason, Visibility visibility) {
        Map<String, String> details = reason.isEmpty() ? Map.of() : Map.of("reason", reason);
        return audit.record(act, visibility.viewer().id(), subject, group, details);
    }
}
