package hub.forum.moderation;

import hub.forum.groups.ModeratorEntries;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.threads.Post;
import hub.forum.threads.ThreadApproval;
import hub.forum.threads.ThreadModeration;
import hub.forum.threads.ThreadRefusal;
import hub.forum.threads.Threads;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appeals against hiding or refusing a post, and against what a moderator did about somebody, from that person's word to the decision of somebody else. */
@Service
public class Appeals {
    private static final int LONGEST_QUEUE = 100;

    private final AppealStore store;
    private final Threads threads;
    private final ThreadModeration acts;
    private final ThreadApproval approval;
    private final PersonActs people;
    private final ModeratorEntries entries;
    private final Rights rights;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Appeals(
            AppealStore store,
            Threads threads,
            ThreadModeration acts,
            ThreadApproval approval,
            PersonActs people,
            ModeratorEntries entries,
            Rights rights,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.threads = threads;
        this.acts = acts;
        this.approval = approval;
        this.people = people;
        this.entries = entries;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A post of the viewer's own that is hidden or was refused; empty for everybody else, and for whoever is not in the group any more. */
    public Mono<Post> hiddenPost(String post, Visibility visibility) {
        return threads.post(post, visibility)
                .filter(found -> (found.state() == Post.State.HIDDEN || found.state() == Post.State.REFUSED)
                        && found.hiding() != null
                        && found.author().equals(visibility.viewer().account()));
    }

    /** The viewer's own appeal. */
    public Mono<Appeal> own(String id, Viewer viewer) {
        return store.own(id, viewer);
    }

    /** What the author of a hidden post asked; empty if they have not. */
    public Mono<Appeal> about(Post hidden, Visibility visibility) {
        return Mono.justOrEmpty(hidden.hiding())
                .flatMap(hiding -> store.own(Appeal.idOf(hidden.id(), hiding.at()), visibility.viewer()));
    }

    /**
     * The author asks for another look. Sent twice it is asked once.
     *
     * @return empty if the viewer has no such post that is hidden
     * @throws Rejected (as a signal) if they have asked with other words
     */
    public Mono<Appeal> appeal(String post, String words, Visibility visibility) {
        return hiddenPost(post, visibility)
                .map(found -> fresh(found, words))
                .flatMap(appeal -> ask(appeal, visibility.viewer()));
    }

    /** What somebody about whom a moderator acted asked; empty if they have not. */
    public Mono<Appeal> about(PersonAct act, Viewer viewer) {
        return store.own(Appeal.idOf(act), viewer);
    }

    /**
     * As {@link #appeal(String, String, Visibility)}, against what a moderator did about the viewer, who may be paused.
     *
     * @return empty if there is no such act
     * @throws Rejected (as a signal) if it is over, or they have asked with other words
     */
    public Mono<Appeal> appealAct(String act, String words, Viewer viewer) {
        return people.own(act, viewer).map(found -> fresh(found, words)).flatMap(appeal -> ask(appeal, viewer));
    }

    private Mono<Appeal> ask(Appeal appeal, Viewer viewer) {
        return transactions
                .run(store.insert(appeal)
                        .delayUntil(made -> audit.record(
                                "moderation.appeal",
                                made.author(),
                                made.id(),
                                made.group(),
                                Map.of("reference", made.reference())))
                        .delayUntil(made -> events.publish(new ReportNotices.Appealed(made.id(), made.group()))))
                .onErrorResume(
                        DuplicateKeyException.class,
                        twice -> store.own(appeal.id(), viewer)
                                .filter(asked -> asked.words().equals(appeal.words()))
                                .switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.APPEALED))));
    }

    private Appeal fresh(PersonAct act, String words) {
        if (!act.canBeLifted()) {
            throw new Rejected(ReportRefusal.NOTHING_TO_APPEAL);
        }
        String id = Appeal.idOf(act);
        return new Appeal(
                id,
                Appeal.referenceOf(id),
                null,
                null,
                null,
                act.id(),
                act.person(),
                act.by(),
                true,
                act.reason(),
                words,
                clock.instant(),
                true,
                null);
    }

    private Appeal fresh(Post post, String words) {
        Post.Hiding hiding = post.hiding();
        if (hiding == null) {
            throw new Rejected(ReportRefusal.NOT_HIDDEN);
        }
        String id = Appeal.idOf(post.id(), hiding.at());
        return new Appeal(
                id,
                Appeal.referenceOf(id),
                post.id(),
                post.thread(),
                post.group(),
                null,
                post.author(),
                hiding.by(),
                hiding.byModerator(),
                hiding.reason(),
                words,
                clock.instant(),
                true,
                null);
    }

    /** Open ones that the viewer may decide, oldest first. */
    public Flux<Appeal> queue(Visibility visibility) {
        return store.open(visibility, LONGEST_QUEUE);
    }

    /** One that the viewer may decide. */
    public Mono<Appeal> find(String id, Visibility visibility) {
        return store.find(id, visibility);
    }

    /** The post itself, for whoever may decide about it and reads there. */
    public Mono<Post> post(Appeal appeal, Visibility visibility) {
        String post = appeal.post();
        return post != null && mayRead(appeal, visibility)
                ? threads.post(post, visibility).switchIfEmpty(Mono.defer(() -> approval.find(post, visibility)))
                : Mono.empty();
    }

    /** What is about a person stands in no group. */
    public static boolean mayRead(Appeal appeal, Visibility visibility) {
        String group = appeal.group();
        return group == null || visibility.mayRead(group);
    }

    /** What it is against; empty if that is a post. */
    public Mono<PersonAct> act(Appeal appeal, Visibility visibility) {
        return Mono.justOrEmpty(appeal.act()).flatMap(act -> people.find(act, visibility.viewer()));
    }

    /** A moderator who is not in the group enters it to look, which its members can see. */
    public Mono<Appeal> look(String id, Visibility visibility) {
        return transactions.run(store.find(id, visibility)
                .flatMap(appeal -> enterFor(appeal, visibility).thenReturn(appeal)));
    }

    private Mono<Void> enterFor(Appeal appeal, Visibility visibility) {
        String group = appeal.group();
        return group == null || visibility.mayRead(group)
                ? Mono.empty()
                : entries.enter(group, "To answer appeal " + appeal.reference(), visibility.viewer())
                        .then();
    }

    /**
     * @param upheld whether the post is to be shown again
     * @param note what its author is told
     * @throws Rejected (as a signal) if it is decided already
     */
    public Mono<Appeal> decide(String id, boolean upheld, String note, Visibility visibility) {
        Appeal.Decision decision =
                new Appeal.Decision(upheld, visibility.viewer().id(), clock.instant(), note);
        return transactions.run(store.find(id, visibility)
                .map(appeal -> appeal.decided(decision))
                .delayUntil(appeal -> enterFor(appeal, visibility))
                .delayUntil(appeal -> upheld ? undone(appeal, note, visibility) : Mono.empty())
                .flatMap(appeal ->
                        store.save(appeal).switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.APPEAL_DECIDED))))
                .delayUntil(appeal -> audit.record(
                        "moderation.appeal.decide",
                        visibility.viewer().id(),
                        appeal.id(),
                        appeal.group(),
                        Map.of("reference", appeal.reference(), "outcome", upheld ? "shown" : "kept", "reason", note)))
                .delayUntil(appeal -> events.publish(new ReportNotices.AppealDecided(appeal.id(), appeal.author()))));
    }

    private Mono<Void> undone(Appeal appeal, String note, Visibility visibility) {
        String act = appeal.act();
        String post = appeal.post();
        if (act != null) {
            return people.liftAppealed(act, note, visibility.viewer());
        }
        return post == null ? Mono.empty() : rights.of(visibility.viewer()).flatMap(now -> shown(post, now));
    }

    /** What another has shown again meanwhile, or its author has taken back, need not be shown again. What was refused is seen for the first time. */
    private Mono<Void> shown(String post, Visibility now) {
        return approval.find(post, now)
                .filter(found -> found.state() == Post.State.REFUSED)
                .flatMap(refused -> approval.approveRefused(post, now))
                .switchIfEmpty(Mono.defer(() -> acts.showAgain(post, now)))
                .then()
                .onErrorResume(
                        failure -> failure instanceof Rejected refusal && refusal.is(ThreadRefusal.NOT_HIDDEN),
                        shownBefore -> Mono.empty());
    }
}
