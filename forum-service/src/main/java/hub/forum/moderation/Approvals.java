package hub.forum.moderation;

import hub.forum.groups.ModeratorEntries;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.ThreadApproval;
import hub.forum.threads.ThreadRefusal;
import hub.forum.threads.Threads;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts that wait to be approved, in the queue of those who decide. Of two who decide at once one is first, and the other is told. */
@Service
public class Approvals {
    private static final int LONGEST_QUEUE = 100;
    private static final int LONGEST_HISTORY = 50;

    private final ThreadApproval approval;
    private final Threads threads;
    private final PostDecisionStore store;
    private final ModeratorEntries entries;
    private final Rights rights;
    private final Transactions transactions;
    private final Clock clock;

    Approvals(
            ThreadApproval approval,
            Threads threads,
            PostDecisionStore store,
            ModeratorEntries entries,
            Rights rights,
            Transactions transactions,
            Clock clock) {
        this.approval = approval;
        this.threads = threads;
        this.store = store;
        this.entries = entries;
        this.rights = rights;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the viewer may decide about, the oldest first. */
    public Flux<Post> queue(Visibility visibility) {
        return approval.waiting(LONGEST_QUEUE, visibility);
    }

    /**
     * One that the viewer may decide about, or could have. Its words may be shown only where the viewer reads.
     *
     * @throws Rejected {@code threads.decidedAlready} (as a signal) if somebody else has approved it
     */
    public Mono<Post> find(String post, Visibility visibility) {
        return approval.find(post, visibility)
                .switchIfEmpty(Mono.defer(() -> store.has(post, visibility)
                        .filter(decided -> decided)
                        .flatMap(decided -> Mono.error(new Rejected(ThreadRefusal.DECIDED_ALREADY)))));
    }

    /** The conversation; empty unless the viewer reads there. */
    public Mono<DiscussionThread> conversation(Post post, Visibility visibility) {
        return approval.conversation(post, visibility);
    }

    /** The post that it answers, if the viewer may read it. */
    public Mono<Post> answered(Post post, Visibility visibility) {
        return Mono.justOrEmpty(post.parent())
                .filter(parent -> visibility.mayRead(post.group()))
                .flatMap(parent -> threads.post(parent, visibility))
                .filter(parent -> parent.state() == Post.State.PUBLISHED);
    }

    /** What was decided about somebody's posts before, the latest first; for moderators. */
    public Flux<PostDecision> about(String author, Viewer viewer) {
        return store.about(author, LONGEST_HISTORY, viewer);
    }

    /** A moderator who is not in the group enters it to look, which its members can see. */
    public Mono<Post> look(String post, Visibility visibility) {
        return transactions.run(find(post, visibility)
                .flatMap(found -> enterFor(found, visibility).thenReturn(found)));
    }

    private Mono<Void> enterFor(Post post, Visibility visibility) {
        return visibility.mayRead(post.group())
                ? Mono.empty()
                : entries.enter(post.group(), "To look at a post that waits for approval", visibility.viewer())
                        .then();
    }

    /**
     * @param note what its author is told; of one that is approved nothing
     * @param seen the revision of the words that were read
     * @throws Rejected {@code threads.changedUnderDecision}, {@code threads.decidedAlready}, {@code threads.lockedMeanwhile}, {@code threads.authorGone} (as a signal)
     */
    public Mono<PostDecision> decide(
            String id, PostDecision.Outcome outcome, String note, int seen, Visibility visibility) {
        return transactions.run(find(id, visibility)
                .doOnNext(post -> requireSeen(post, seen))
                .delayUntil(post -> enterFor(post, visibility))
                .flatMap(post -> rights.of(visibility.viewer())
                        .flatMap(now -> act(post, outcome, note, now))
                        .then(Mono.defer(() -> store.insert(decided(post, outcome, note, visibility))))));
    }

    private static void requireSeen(Post post, int seen) {
        if (post.state() == Post.State.WAITING && post.revision() != seen) {
            throw new Rejected(ThreadRefusal.CHANGED_UNDER_DECISION);
        }
    }

    private Mono<Post> act(Post post, PostDecision.Outcome outcome, String note, Visibility now) {
        return switch (outcome) {
            case APPROVED -> approval.approve(post.id(), now);
            case SENT_BACK -> approval.sendBack(post.id(), note, true, now);
            case REFUSED -> approval.sendBack(post.id(), note, false, now);
        };
    }

    private PostDecision decided(Post post, PostDecision.Outcome outcome, String note, Visibility visibility) {
        Instant now = clock.instant();
        return new PostDecision(
                Ids.next(),
                post.id(),
                post.group(),
                post.author(),
                outcome,
                visibility.viewer().id(),
                post.createdAt(),
                now,
                outcome == PostDecision.Outcome.APPROVED ? "" : note);
    }
}
