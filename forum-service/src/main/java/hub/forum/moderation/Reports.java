package hub.forum.moderation;

import hub.forum.groups.ModeratorEntries;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.ThreadModeration;
import hub.forum.threads.ThreadRefusal;
import hub.forum.threads.Threads;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports of posts, from a member's word to a decision. */
@Service
public class Reports {
    static final String REMIND = "moderation.remind";
    private static final int LONGEST_QUEUE = 100;

    private final ReportStore store;
    private final Threads threads;
    private final ThreadModeration acts;
    private final ModeratorEntries entries;
    private final Rights rights;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration remindAfter;

    /** @param remindAfter how long a report may wait before everybody who could answer it is told again */
    Reports(
            ReportStore store,
            Threads threads,
            ThreadModeration acts,
            ModeratorEntries entries,
            Rights rights,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            Clock clock,
            @Value("${hearth.moderation.remind-after:PT24H}") Duration remindAfter) {
        this.store = store;
        this.threads = threads;
        this.acts = acts;
        this.entries = entries;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
        this.remindAfter = remindAfter;
    }

    /**
     * Reports a post that the viewer can read. Reported again by the same person while that is open, the words are added to it.
     *
     * @return empty if there is no such post for this viewer
     */
    public Mono<Void> report(String postId, Report.Reason reason, String words, Visibility visibility) {
        return threads.post(postId, visibility)
                .filter(post -> post.state() == Post.State.PUBLISHED)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(post -> Mono.zip(threads.find(post.thread(), visibility), answered(post, visibility))
                        .map(around -> fresh(post, around.getT1(), around.getT2(), reason, words, visibility)))
                .flatMap(report -> transactions.run(store.insert(report)
                        .delayUntil(made -> events.publish(new ReportNotices.Reported(made.id(), made.group())))
                        .delayUntil(made -> due.at(REMIND, made.id(), made.at().plus(remindAfter)))))
                .onErrorResume(
                        DuplicateKeyException.class,
                        stillOpen -> store.addWords(visibility.viewer().id(), postId, words))
                .then();
    }

    private Mono<Optional<Post>> answered(Post post, Visibility visibility) {
        return Mono.justOrEmpty(post.parent())
                .flatMap(parent -> threads.post(parent, visibility))
                .filter(parent -> parent.state() == Post.State.PUBLISHED)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Report fresh(
            Post post,
            DiscussionThread thread,
            Optional<Post> answered,
            Report.Reason reason,
            String words,
            Visibility visibility) {
        String id = Ids.next();
        return new Report(
                id,
                "R-" + id.substring(0, 5).toUpperCase(Locale.ROOT),
                post.id(),
                post.thread(),
                post.group(),
                visibility.viewer().id(),
                reason,
                words,
                clock.instant(),
                new Report.Snapshot(
                        thread.title(),
                        post.author(),
                        post.createdAt(),
                        post.html(),
                        answered.map(Post::author).orElse(null),
                        answered.map(Post::html).orElse(null)),
                Report.State.WAITING,
                true,
                null,
                null,
                null);
    }

    /** The viewer's own report. */
    public Mono<Report> own(String id, Viewer viewer) {
        return store.own(id, viewer);
    }

    /** Whether the viewer answers reports at all. */
    public boolean mayAnswer(Visibility visibility) {
        return visibility.viewer().moderator() || visibility.own().stream().anyMatch(visibility::leads);
    }

    /**
     * What is open about one post, whoever reported it.
     *
     * @param reports the oldest first
     */
    public record Item(List<Report> reports) {
        public Item {
            reports = List.copyOf(reports);
        }

        public Report oldest() {
            return reports.getFirst();
        }

        public boolean taken() {
            return reports.stream().anyMatch(report -> report.state() == Report.State.TAKEN);
        }
    }

    /** Open reports, those of one post together, oldest first. */
    public Mono<List<Item>> queue(Visibility visibility) {
        return mayAnswer(visibility)
                ? store.open(visibility, LONGEST_QUEUE).collectList().map(Reports::byPost)
                : Mono.error(new NotAllowed());
    }

    private static List<Item> byPost(List<Report> reports) {
        Map<String, List<Report>> byPost =
                reports.stream().collect(Collectors.groupingBy(Report::post, LinkedHashMap::new, Collectors.toList()));
        return byPost.values().stream().map(Item::new).toList();
    }

    /** Reports that were decided, the latest first. */
    public Flux<Report> decided(Visibility visibility) {
        return mayAnswer(visibility) ? store.decided(visibility, LONGEST_QUEUE) : Flux.error(new NotAllowed());
    }

    /** What was reported of one person's posts, the latest first, for a moderator: not what the viewer is involved in. */
    public Flux<Report> about(String author, Visibility visibility) {
        if (!visibility.viewer().moderator()) {
            return Flux.error(new NotAllowed());
        }
        return author.equals(visibility.viewer().account())
                ? Flux.empty()
                : store.about(author, visibility, LONGEST_QUEUE);
    }

    /** What else is open about the same post, of what the viewer may answer. */
    public Mono<List<Report>> others(Report report, Visibility visibility) {
        return store.openAbout(report.post(), visibility)
                .filter(other -> !other.id().equals(report.id()))
                .collectList();
    }

    /** A report that the viewer may answer. What was reported may be shown only once it is {@linkplain #take taken}. */
    public Mono<Report> find(String id, Visibility visibility) {
        return mayAnswer(visibility) ? store.find(id, visibility) : Mono.error(new NotAllowed());
    }

    /**
     * Takes a report to answer it, and what else is open about the same post. A moderator who is not in the group enters it by this, which its members can see.
     *
     * @throws Rejected {@code moderation.takenByAnother}, {@code moderation.closedAlready} (as a signal)
     */
    public Mono<Report> take(String id, Visibility visibility) {
        return transactions.run(find(id, visibility)
                .flatMap(report -> take(report, visibility))
                .delayUntil(report -> store.openAbout(report.post(), visibility)
                        .filter(other -> other.state() == Report.State.WAITING)
                        .concatMap(other -> take(other, visibility))
                        .then())
                .flatMap(report -> enterFor(report, visibility).thenReturn(report))
                .flatMap(report -> audit.record(
                                "moderation.take",
                                visibility.viewer().id(),
                                report.id(),
                                report.group(),
                                Map.of("reference", report.reference()))
                        .thenReturn(report)));
    }

    private Mono<Report> take(Report report, Visibility visibility) {
        return change(report, report.taken(visibility.viewer().id(), clock.instant()));
    }

    private Mono<Void> enterFor(Report report, Visibility visibility) {
        return visibility.mayRead(report.group())
                ? Mono.empty()
                : entries.enter(report.group(), "To answer report " + report.reference(), visibility.viewer())
                        .then();
    }

    /**
     * Decides a report and does what was decided, in one transaction: no report is closed over a post that is still there to read. What the decider has read of others about the same post is answered by it too, and all of it when the post is hidden.
     *
     * @param note what the author is told when the post is hidden, what readers are told when the thread is locked, else why it was left
     * @throws Rejected {@code moderation.takenByAnother}, {@code moderation.closedAlready} (as a signal)
     */
    public Mono<Report> decide(String id, Report.Outcome outcome, String note, Visibility visibility) {
        Report.Decision decision =
                new Report.Decision(outcome, visibility.viewer().id(), clock.instant(), note);
        return transactions.run(find(id, visibility)
                .flatMap(report -> decide(report, report.closed(decision), decision, visibility))
                .flatMap(report -> decided(report, decision)
                        .then(answered(report))
                        .then(closeOthers(report.post(), decision, other -> isAnsweredBy(decision, other)))
                        .thenReturn(report)));
    }

    /** When the post is hidden nothing is left to say of it. Else what somebody else looks at, or nobody has read yet, waits on. */
    private static boolean isAnsweredBy(Report.Decision decision, Report other) {
        return decision.outcome() == Report.Outcome.HIDDEN || decision.by().equals(other.takenBy());
    }

    /** A post was hidden otherwise than by answering a report: what is open about it is answered by that. */
    Mono<Void> closeHidden(String post, Report.Decision decision) {
        return transactions.run(closeOthers(post, decision, other -> true));
    }

    private Mono<Void> closeOthers(String post, Report.Decision decision, Predicate<Report> which) {
        return store.openAbout(post)
                .filter(which)
                .concatMap(other -> change(other, other.closedToo(decision))
                        .delayUntil(closed -> decided(closed, decision))
                        .delayUntil(this::answered))
                .then();
    }

    private Mono<Void> decided(Report report, Report.Decision decision) {
        return audit.record(
                "moderation.decide",
                decision.by(),
                report.id(),
                report.group(),
                Map.of(
                        "reference",
                        report.reference(),
                        "outcome",
                        decision.outcome().slug(),
                        "reason",
                        decision.note()));
    }

    /** Who reported it is told, and nobody is reminded of it any more. */
    private Mono<Void> answered(Report report) {
        return due.cancel(REMIND, report.id())
                .then(events.publish(new ReportNotices.Decided(report.id(), report.reporter())));
    }

    /** A moderator's entry lasts a day: who decides later than that comes in once more, seen by the members once more. */
    private Mono<Report> decide(Report taken, Report closed, Report.Decision decision, Visibility visibility) {
        return enterFor(taken, visibility)
                .then(Mono.defer(() -> rights.of(visibility.viewer())))
                .flatMap(now -> act(taken, decision, now))
                .then(change(taken, closed));
    }

    /** What another has done already need not be done again. */
    private Mono<Void> act(Report report, Report.Decision decision, Visibility visibility) {
        return switch (decision.outcome()) {
            case HIDDEN -> done(acts.hide(report.post(), decision.note(), visibility), ThreadRefusal.POST_GONE);
            case LOCKED -> done(acts.lock(report.thread(), decision.note(), visibility), ThreadRefusal.LOCKED_ALREADY);
            case LEFT -> Mono.empty();
        };
    }

    private static Mono<Void> done(Mono<?> act, ThreadRefusal already) {
        return act.switchIfEmpty(Mono.error(NotAllowed::new))
                .then()
                .onErrorResume(
                        failure -> failure instanceof Rejected refusal && refusal.is(already),
                        doneBefore -> Mono.empty());
    }

    private Mono<Report> change(Report before, Report after) {
        return before.equals(after)
                ? Mono.just(before)
                : store.save(before, after)
                        .switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.TAKEN_BY_ANOTHER)));
    }
}
