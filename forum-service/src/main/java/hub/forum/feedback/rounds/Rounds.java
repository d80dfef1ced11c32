package hub.forum.feedback.rounds;

import hub.forum.feedback.FeedbackPolicy;
import hub.forum.feedback.FeedbackRefusal;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rounds. All but reading is for those who run them; to others it is {@link NotAllowed} (as a signal). */
@Service
public class Rounds {
    public static final String OPENS = "feedback.opens";
    public static final String REMINDS = "feedback.reminds";
    public static final String CLOSES = "feedback.closes";

    /** Whoever has not answered is reminded once, so long before the end. */
    private static final Duration REMIND_BEFORE = Duration.ofDays(3);

    private final RoundStore store;
    private final DueWork due;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    Rounds(RoundStore store, DueWork due, AuditLog audit, Transactions transactions, Clock clock) {
        this.store = store;
        this.due = due;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empty if there is none, or the viewer may not know of it yet. */
    public Mono<Round> find(String id, Viewer viewer) {
        return store.find(id, viewer);
    }

    /** What the viewer may know of, the latest first. */
    public Flux<Round> newest(Viewer viewer) {
        return viewer.approved() ? store.newest(viewer) : Flux.empty();
    }

    /** What has closed, the latest first: for everybody. */
    public Flux<Round> closed() {
        return store.closed();
    }

    /** As it is stored now: a step of the caller's transaction. */
    public Mono<Round> toChange(String id) {
        return store.toChange(id);
    }

    /** Sent twice with the same key it is made once. */
    public Mono<Round> draft(String title, Scheme scheme, boolean anonymous, String formKey, Viewer by) {
        return FeedbackPolicy.asRunning(by).then(Mono.defer(() -> {
            String id = Ids.of("round of " + by.id() + " by " + formKey);
            return transactions.run(
                    store.toChange(id).switchIfEmpty(store.insert(Round.draft(id, title, scheme, anonymous, formKey))));
        }));
    }

    /** @throws Rejected (as a signal) as {@link Round} says */
    public Mono<Round> change(String id, UnaryOperator<Round> how, Viewer by) {
        return FeedbackPolicy.asRunning(by).then(transactions.run(save(id, how)));
    }

    /** From then on carers are asked. @throws Rejected (as a signal) as {@link Round#plan} says */
    public Mono<Round> plan(String id, LocalDate opens, LocalDate closes, Viewer by) {
        Instant today = LocalDate.ofInstant(clock.instant(), Times.LONDON)
                .atStartOfDay(Times.LONDON)
                .toInstant();
        Instant from = opens.atTime(7, 0).atZone(Times.LONDON).toInstant();
        Instant to = closes.atTime(20, 0).atZone(Times.LONDON).toInstant();
        return FeedbackPolicy.asRunning(by)
                .then(transactions.run(save(id, round -> round.plan(from, to, today))
                        .delayUntil(this::schedule)
                        .delayUntil(round -> audit.record("feedback.plan", by.id(), id, null, Map.of()))));
    }

    private Mono<Void> schedule(Round round) {
        Instant opens = Objects.requireNonNull(round.opens());
        Instant closes = Objects.requireNonNull(round.closes());
        Instant reminds = closes.minus(REMIND_BEFORE);
        return due.at(OPENS, round.id(), opens)
                .then(reminds.isAfter(opens) ? due.at(REMINDS, round.id(), reminds) : Mono.<Void>empty())
                .then(due.at(CLOSES, round.id(), closes));
    }

    /** A step of due work: what becomes of it at its moments. */
    public Mono<Round> move(String id, UnaryOperator<Round> how) {
        return save(id, how);
    }

    /** As it is: for content that is brought in. */
    public Mono<Round> bringIn(Round round) {
        return store.toChange(round.id())
                .switchIfEmpty(
                        store.insert(round).delayUntil(fresh -> fresh.isOpen() ? schedule(fresh) : Mono.empty()));
    }

    private Mono<Round> save(String id, UnaryOperator<Round> how) {
        return store.toChange(id).switchIfEmpty(Mono.error(NotAllowed::new)).flatMap(before -> {
            Round after = how.apply(before);
            return after.equals(before)
                    ? Mono.just(before)
                    : store.replace(after)
                            .switchIfEmpty(Mono.error(() -> new Rejected(FeedbackRefusal.CHANGED_MEANWHILE)));
        });
    }
}
