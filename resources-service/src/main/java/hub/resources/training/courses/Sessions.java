package hub.resources.training.courses;

import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.resources.audiences.Audiences;
import hub.resources.publishing.Position;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.TrainingRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The dates on which courses are held. Reads give what the viewer may know of; drafts are for those who run training. */
@Service
public class Sessions {
    private static final int MOST_BROUGHT = 1_000;

    private final TrainingSessionStore store;
    private final Courses courses;
    private final ObjectProvider<SessionFollower> followers;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    Sessions(
            TrainingSessionStore store,
            Courses courses,
            ObjectProvider<SessionFollower> followers,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.followers = followers;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empty if there is none or this viewer may not know of it. Whoever leads it may, too. */
    public Mono<TrainingSession> find(String id, Viewer viewer) {
        return store.find(id).filter(session -> mayKnow(session, viewer));
    }

    private static boolean mayKnow(TrainingSession session, Viewer viewer) {
        return TrainingPolicy.manages(viewer)
                || leads(session, viewer)
                || (viewer.approved()
                        && session.state() != TrainingSession.State.DRAFT
                        && Audiences.mayRead(viewer, session.audience()));
    }

    /** Whether the viewer keeps its register: those who run training, and its trainer. */
    public static boolean keepsRegister(TrainingSession session, Viewer viewer) {
        return TrainingPolicy.manages(viewer) || leads(session, viewer);
    }

    private static boolean leads(TrainingSession session, Viewer viewer) {
        return viewer.approved()
                && viewer.account() != null
                && viewer.account().equals(session.plan().trainerAccount());
    }

    /** @throws NotAllowed (as a signal) unless the viewer keeps its register */
    public Mono<TrainingSession> toRegister(String id, Viewer viewer) {
        return store.find(id)
                .filter(session -> keepsRegister(session, viewer))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /**
     * Those that are still to come, the soonest first.
     *
     * @param course of one course; null for all
     */
    public Flux<TrainingSession> coming(@Nullable String course, Optional<Position> after, int limit, Viewer viewer) {
        return viewer.approved() ? store.coming(clock.instant(), course, after, limit, viewer) : Flux.empty();
    }

    /** Those of some ids, in no order, for what somebody has booked: that they booked it is the right to know of it. */
    public Flux<TrainingSession> booked(Collection<String> ids) {
        return store.all(ids);
    }

    /** As {@link #planned}, for what is brought in at the start. */
    public Flux<TrainingSession> brought(Instant from, Instant to) {
        return store.between(from, to, MOST_BROUGHT);
    }

    /** In any state, from one moment to another, for those who run training. */
    public Flux<TrainingSession> planned(Instant from, Instant to, int limit, Viewer viewer) {
        return TrainingPolicy.asManager(viewer).thenMany(store.between(from, to, limit));
    }

    /** All of a course, the latest first, for those who run training. */
    public Flux<TrainingSession> ofCourse(String course, int limit, Viewer viewer) {
        return TrainingPolicy.asManager(viewer).thenMany(store.ofCourse(course, limit));
    }

    /** @throws NotAllowed (as a signal) unless the viewer runs training and there is such a session */
    public Mono<TrainingSession> forStaff(String id, Viewer viewer) {
        return TrainingPolicy.asManager(viewer).then(store.find(id)).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /** Takes the session's turn, as the first step of a transaction about its places. Empty if there is none. */
    public Mono<TrainingSession> take(String id) {
        return store.take(id);
    }

    /** Keeps how many places are taken, in the transaction that has taken its turn. */
    public Mono<TrainingSession> count(TrainingSession session, int taken, int waiting) {
        return store.save(session.counted(taken, waiting));
    }

    /** The register is kept: once its last day is over the session counts as held. In the transaction that has taken its turn. */
    public Mono<TrainingSession> held(TrainingSession session) {
        boolean over = session.over(clock.instant()) && session.state() != TrainingSession.State.HELD;
        return over
                ? store.save(session.hold(new Change(session.changed().by(), clock.instant(), "")))
                : Mono.just(session);
    }

    /** A draft. Sent twice with the same key it is added once. */
    public Mono<TrainingSession> add(String course, SessionPlan plan, String formKey, Viewer by) {
        return courses.forStaff(course, by)
                .filter(found -> !found.retired())
                .switchIfEmpty(Mono.error(() -> new Rejected(TrainingRefusal.COURSE_RETIRED)))
                .flatMap(found ->
                        store.insertOrFind(TrainingSession.draft(Ids.next(), found, plan, change(formKey, by))));
    }

    /**
     * @param seen the version that the form was shown with
     * @throws Rejected (as a signal) if somebody else changed it since, or fewer places are left than are taken
     */
    public Mono<TrainingSession> replan(String id, SessionPlan plan, long seen, String formKey, Viewer by) {
        return change(id, by, now -> {
            if (now.cameWith(by.id(), formKey)) {
                return now;
            }
            if (now.version() != seen) {
                throw new Rejected(TrainingRefusal.CHANGED_MEANWHILE);
            }
            return now.replan(plan, change(formKey, by));
        });
    }

    /** @throws Rejected (as a signal) unless it is a draft, or closed, and has not begun */
    public Mono<TrainingSession> open(String id, Viewer by) {
        return change(id, by, now -> now.open(change("", by)));
    }

    /** @throws Rejected (as a signal) unless it is open */
    public Mono<TrainingSession> close(String id, Viewer by) {
        return change(id, by, now -> now.close(change("", by)));
    }

    /**
     * Everybody who has a place or waits is told.
     *
     * @throws Rejected (as a signal) if it was held or cancelled before
     */
    public Mono<TrainingSession> cancel(String id, String why, Viewer by) {
        return transactions.run(change(id, by, now -> now.cancel(why, change("", by)))
                .delayUntil(now -> audit.record("training.cancel", by.id(), id, null, Map.of("reason", why))));
    }

    private Mono<TrainingSession> change(String id, Viewer by, UnaryOperator<TrainingSession> how) {
        return transactions.run(TrainingPolicy.asManager(by)
                .then(store.take(id))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(before -> Mono.fromSupplier(() -> how.apply(before))
                        .flatMap(store::save)
                        .delayUntil(after -> follow(before, after))));
    }

    private Mono<Void> follow(TrainingSession before, TrainingSession after) {
        return Flux.fromStream(followers::orderedStream)
                .concatMap(follower -> follower.changed(before, after))
                .then();
    }

    private Change change(String formKey, Viewer by) {
        return new Change(by.id(), clock.instant(), formKey);
    }
}
