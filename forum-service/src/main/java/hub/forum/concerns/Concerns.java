package hub.forum.concerns;

import hub.forum.groups.Visibility;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Worries about a child: raised by anybody who is approved, answered by safeguarding leads. */
@Service
public class Concerns {
    static final String UNREAD = "concerns.unread";
    /** Raised again so often at most: a month, if every half hour. */
    private static final int MOST_REMINDERS = 1_500;

    private final ConcernStore store;
    private final Threads threads;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration remindAfter;

    /** @param remindAfter how long one may wait before it is raised again, and again */
    Concerns(
            ConcernStore store,
            Threads threads,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            Clock clock,
            @Value("${hearth.concerns.remind-after:PT30M}") Duration remindAfter) {
        this.store = store;
        this.threads = threads;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
        this.remindAfter = remindAfter;
    }

    /** Whether the viewer answers worries. */
    public static boolean answers(Viewer viewer) {
        return viewer.approved() && viewer.is(Role.SAFEGUARDING_LEAD);
    }

    /** For whoever raised it and for safeguarding leads, unless it is about them; empty for everybody else. */
    public Mono<Concern> find(String id, Viewer viewer) {
        return viewer.approved() ? store.find(id, viewer) : Mono.empty();
    }

    /** The viewer's own, the newest first. */
    public Flux<Concern> own(Viewer viewer) {
        return viewer.approved() ? store.own(viewer) : Flux.empty();
    }

    /** In one state, for safeguarding leads; nothing for other people. */
    public Flux<Concern> in(Concern.State state, Viewer viewer) {
        return answers(viewer) ? store.in(state, viewer) : Flux.empty();
    }

    /** How many nobody has acknowledged, for safeguarding leads; 0 for other people. */
    public Mono<Long> waiting(Viewer viewer) {
        return answers(viewer) ? store.count(Concern.State.RAISED, viewer) : Mono.just(0L);
    }

    /** The post that somebody worries about, if they can read it. */
    public Mono<Post> post(String id, Visibility visibility) {
        return threads.post(id, visibility).filter(post -> post.state() == Post.State.PUBLISHED);
    }

    /**
     * @param post that it is about; empty for none. One that was hidden or taken back meanwhile is named without its words: a worry waits for no post.
     * @param formKey of the form it came with; the same one again finds what it made
     * @throws NotAllowed (as a signal) unless the viewer is approved, and can read the post
     */
    public Mono<Concern> raise(String text, String phone, String post, String formKey, Visibility visibility) {
        Viewer by = visibility.viewer();
        if (!by.approved()) {
            return Mono.error(new NotAllowed());
        }
        String id = Ids.of("concern of " + by.id() + " by " + formKey);
        return snapshot(post, visibility)
                .map(shot -> Concern.raise(id, by.id(), text, phone, shot.orElse(null), clock.instant()))
                .flatMap(fresh -> transactions.run(store.toChange(id)
                        .switchIfEmpty(Mono.defer(() -> store.insert(fresh).delayUntil(this::waits)))));
    }

    private Mono<Optional<Concern.Snapshot>> snapshot(String post, Visibility visibility) {
        return post.isEmpty()
                ? Mono.just(Optional.empty())
                : threads.post(post, visibility)
                        .map(found -> Optional.of(new Concern.Snapshot(
                                found.id(),
                                found.author(),
                                found.createdAt(),
                                found.state() == Post.State.PUBLISHED ? found.html() : "")))
                        .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Mono<Void> waits(Concern concern) {
        return events.publish(new ConcernEvents.Waits(concern.id(), concern.reminders()))
                .then(due.at(UNREAD, concern.id(), clock.instant().plus(remindAfter)));
    }

    /** Done twice it is done once. @throws NotAllowed (as a signal) unless the viewer answers worries and may read it */
    public Mono<Concern> acknowledge(String id, Viewer by) {
        return change(id, before -> before.acknowledge(by.id(), clock.instant()), "concerns.acknowledge", by);
    }

    /**
     * @param words what was done, 3 to 2,000 characters
     * @throws NotAllowed (as a signal) unless the viewer answers worries and may read it
     * @throws Rejected (as a signal) if it is done already
     */
    public Mono<Concern> finish(String id, String words, Viewer by) {
        return change(id, before -> before.finish(by.id(), clock.instant(), words), "concerns.finish", by);
    }

    /** The audit log says who acted on which; what it is about is not for those who read the log. */
    private Mono<Concern> change(String id, UnaryOperator<Concern> how, String act, Viewer by) {
        if (!answers(by)) {
            return Mono.error(new NotAllowed());
        }
        return transactions.run(
                store.find(id, by).switchIfEmpty(Mono.error(NotAllowed::new)).flatMap(before -> {
                    Concern after = how.apply(before);
                    return after.equals(before) ? Mono.just(before) : changed(before, after, act, by);
                }));
    }

    private Mono<Concern> changed(Concern before, Concern after, String act, Viewer by) {
        return store.replace(after, before.version())
                .switchIfEmpty(Mono.error(() -> new Rejected(ConcernRefusal.CHANGED_MEANWHILE)))
                .delayUntil(saved -> audit.record(act, by.id(), saved.reference(), null, Map.of()))
                .delayUntil(saved -> due.cancel(UNREAD, saved.id()))
                .delayUntil(saved -> events.publish(new ConcernEvents.Answered(
                        saved.id(), saved.account(), saved.state().slug())));
    }

    /** What is due: nobody has acknowledged it for too long. */
    Mono<Void> remind(String id) {
        return store.toChange(id)
                .filter(before -> before.state() == Concern.State.RAISED && before.reminders() < MOST_REMINDERS)
                .flatMap(before -> store.replace(before.remind(), before.version()))
                .flatMap(this::waits);
    }
}
