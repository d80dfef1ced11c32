package hub.forum.threads;

import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What those who moderate put elsewhere: a conversation into another place, posts out of a conversation, two conversations into one. Each act
 * is one transaction with its entry in the audit log; no post is lost by it, none is there twice, and the old addresses lead on for whoever may
 * read the new place. For everybody who does not moderate both places there is nothing to be moved.
 */
@Service
public class ThreadMoves {
    /** How many posts are chosen at once; what answers them comes along and is not counted. */
    public static final int MOST_POSTS = 50;

    private final Threads reading;
    private final ThreadStore threads;
    private final PostStore posts;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;

    ThreadMoves(
            Threads reading,
            ThreadStore threads,
            PostStore posts,
            AuditLog audit,
            Events events,
            Transactions transactions) {
        this.reading = reading;
        this.threads = threads;
        this.posts = posts;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Puts a conversation into another place.
     *
     * @param group where others may read it than those who do now: that is for the caller to say to whoever decides
     * @param reason 3 to 500 characters
     * @return as it is then; what is there already stays as it is
     * @throws Rejected {@code threads.moves.to.missing}, {@code threads.moves.waits} or {@code threads.changedMeanwhile} (as a signal)
     */
    public Mono<DiscussionThread> move(String id, String group, String reason, Visibility visibility) {
        return transactions.run(moderated(id, visibility).flatMap(thread -> {
            if (thread.group().equals(group)) {
                return Mono.just(thread);
            }
            if (!ThreadPolicy.mayModerate(visibility, group)) {
                return Mono.error(new Rejected(ThreadRefusal.NO_SUCH_PLACE));
            }
            return threads.asStored(id)
                    .filter(stored -> stored.group().equals(thread.group()))
                    .flatMap(stored -> threads.move(stored, stored.in(group), visibility))
                    .switchIfEmpty(changedMeanwhile())
                    .delayUntil(moved -> posts.moveAll(moved, group))
                    .delayUntil(moved -> record("threads.move", moved.id(), thread.group(), reason, visibility))
                    .delayUntil(moved -> tell(thread, moved, List.of(thread.author()), visibility));
        }));
    }

    /**
     * Makes one conversation of two of the same place. The one that was begun first stays, with its title and its address; the posts of both
     * stand in it in the order in which they were written.
     *
     * @param reason 3 to 500 characters
     * @return the one that stays
     * @throws Rejected {@code threads.moves.other.missing}, {@code threads.moves.waits} or {@code threads.changedMeanwhile} (as a signal)
     */
    public Mono<DiscussionThread> merge(String id, String other, String reason, Visibility visibility) {
        return transactions.run(unlocked(id, visibility)
                .flatMap(one -> unlocked(other, visibility)
                        .filter(another -> another.group().equals(one.group()))
                        .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.NO_SUCH_CONVERSATION)))
                        .flatMap(another -> one.id().equals(another.id())
                                ? Mono.just(one)
                                : one.isOlderThan(another)
                                        ? merge(another, one, reason, visibility)
                                        : merge(one, another, reason, visibility))));
    }

    private Mono<DiscussionThread> merge(
            DiscussionThread younger, DiscussionThread older, String reason, Visibility visibility) {
        return threads.mergedInto(younger, older, visibility)
                .switchIfEmpty(changedMeanwhile())
                .then(posts.moveAll(younger, older))
                .then(Mono.defer(() -> reading.recount(older)))
                .switchIfEmpty(changedMeanwhile())
                .delayUntil(merged -> record(
                        "threads.merge",
                        merged.id(),
                        merged.group(),
                        reason,
                        visibility,
                        Map.of("other", younger.id())))
                .delayUntil(merged -> tell(younger, merged, List.of(younger.author()), visibility));
    }

    /**
     * Begins a conversation with posts of another one, in the same place: those that are chosen and all that answers them. The earliest of them
     * is its opening post and says whose it is. The same form sent again finds the first.
     *
     * @param chosen ids of posts, at most {@value #MOST_POSTS}
     * @param title clean, {@value DiscussionThread#SHORTEST_TITLE} to {@value DiscussionThread#LONGEST_TITLE} characters
     * @param reason 3 to 500 characters
     * @return the new one
     * @throws Rejected {@code threads.moves.posts.missing} if none is chosen, if the opening post is, or if the earliest cannot be read;
     *     {@code threads.moves.waits} or {@code threads.changedMeanwhile} (as a signal)
     */
    public Mono<DiscussionThread> split(
            String id, Collection<String> chosen, String title, String reason, String formKey, Visibility visibility) {
        return transactions.run(unlocked(id, visibility)
                .flatMap(thread -> roots(thread, chosen, visibility)
                        .flatMap(roots -> before(roots, formKey, visibility)
                                .switchIfEmpty(
                                        Mono.defer(() -> split(thread, roots, title, reason, formKey, visibility))))));
    }

    /** Posts that stand in none of the others, the earliest first. */
    private Mono<List<Post>> roots(DiscussionThread thread, Collection<String> chosen, Visibility visibility) {
        return chosen.isEmpty() || chosen.size() > MOST_POSTS
                ? Mono.error(new Rejected(ThreadRefusal.NO_SUCH_POSTS))
                : posts.findAll(chosen, visibility).map(found -> {
                    List<Post> roots = new ArrayList<>();
                    found.stream().sorted(Comparator.comparing(Post::path)).forEach(post -> {
                        if (roots.isEmpty() || !roots.getLast().isAbove(post.path())) {
                            roots.add(post);
                        }
                    });
                    roots.sort(Comparator.comparing(Post::createdAt).thenComparing(Post::id));
                    if (roots.size() < 1 || roots.getFirst().state() != Post.State.PUBLISHED) {
                        throw new Rejected(ThreadRefusal.NO_SUCH_POSTS);
                    }
                    return roots;
                });
    }

    private Mono<DiscussionThread> before(List<Post> roots, String formKey, Visibility visibility) {
        return threads.findByFormKey(roots.getFirst().author(), formKey)
                .flatMap(thread -> threads.find(thread.id(), visibility));
    }

    private Mono<DiscussionThread> split(
            DiscussionThread from,
            List<Post> roots,
            String title,
            String reason,
            String formKey,
            Visibility visibility) {
        Post first = roots.getFirst();
        DiscussionThread fresh = DiscussionThread.splitOff(Ids.next(), title, first, formKey);
        return posts.opening(from.id())
                .filter(opening -> roots.stream()
                        .allMatch(root ->
                                root.thread().equals(from.id()) && !root.id().equals(opening.id())))
                .switchIfEmpty(Mono.error(() -> new Rejected(ThreadRefusal.NO_SUCH_POSTS)))
                .then(threads.split(from, visibility))
                .switchIfEmpty(changedMeanwhile())
                .then(threads.insert(fresh))
                .thenMany(Flux.fromIterable(roots))
                .concatMap(root -> posts.splitOff(root, fresh.id()))
                .then(Mono.defer(() -> reading.recount(from)))
                .switchIfEmpty(changedMeanwhile())
                .then(Mono.defer(() -> reading.recount(fresh)))
                .delayUntil(there -> record("threads.split", there.id(), there.group(), reason, visibility))
                .delayUntil(there -> tell(
                        from, there, roots.stream().map(Post::author).distinct().toList(), visibility));
    }

    /** As {@link #moderated}; where the viewer may lift the lock, if there is one, as replies may come in again where the posts then stand. */
    private Mono<DiscussionThread> unlocked(String id, Visibility visibility) {
        return moderated(id, visibility).doOnNext(thread -> {
            if (thread.isLocked() && !ThreadPolicy.mayUnlock(visibility, thread)) {
                throw new Rejected(ThreadRefusal.MODERATORS_WORD);
            }
        });
    }

    /** Of a place that the viewer moderates; nothing that waits to be approved. */
    private Mono<DiscussionThread> moderated(String id, Visibility visibility) {
        return threads.find(id, visibility)
                .filter(thread -> ThreadPolicy.mayModerate(visibility, thread.group()))
                .doOnNext(thread -> {
                    if (thread.waits()) {
                        throw new Rejected(ThreadRefusal.WAITS_TO_MOVE);
                    }
                });
    }

    private static <T> Mono<T> changedMeanwhile() {
        return Mono.error(() -> new Rejected(ThreadRefusal.CHANGED_MEANWHILE));
    }

    private Mono<Void> record(String act, String subject, String group, String reason, Visibility visibility) {
        return record(act, subject, group, reason, visibility, Map.of());
    }

    private Mono<Void> record(
            String act, String subject, String group, String reason, Visibility visibility, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("reason", reason);
        return audit.record(act, visibility.viewer().id(), subject, group, details);
    }

    private Mono<Void> tell(DiscussionThread from, DiscussionThread now, List<String> authors, Visibility visibility) {
        String by = visibility.viewer().id();
        List<String> others =
                authors.stream().filter(author -> !author.equals(by)).toList();
        return events.publish(new ThreadEvents.Moved(from.id(), now.id(), now.group(), others, by));
    }
}
