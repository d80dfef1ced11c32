package hub.resources.publishing;

import hub.platform.due.DueHandler;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.text.Markdown;
import hub.resources.publishing.Outcome.ChangedMeanwhile;
import hub.resources.publishing.Outcome.Stored;
import hub.resources.publishing.Publication.Change;
import hub.resources.readings.Readings;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What staff publish. Reads give what the viewer may read; everything else is for staff editors. */
@Service
public class Publications implements DueHandler {
    /** How often to try again when others change the same publication at the same moment. */
    private static final int TRIES = 5;

    private final PublicationStore store;
    private final PublicationSteps steps;
    private final ReviewNotices notices;
    private final ReviewRule rule;
    private final Readings readings;
    private final Transactions transactions;
    private final Markdown markdown;
    private final Clock clock;

    Publications(
            PublicationStore store,
            PublicationSteps steps,
            ReviewNotices notices,
            ReviewRule rule,
            Readings readings,
            Transactions transactions,
            Markdown markdown,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.notices = notices;
        this.rule = rule;
        this.transactions = transactions;
        this.readings = readings;
        this.markdown = markdown;
        this.clock = clock;
    }

    /** Empty if there is none or this viewer may not know of it. */
    public Mono<Publication> find(String id, Viewer viewer) {
        return store.find(id, viewer);
    }

    /** As {@link #find}, of what is published, for editors too. */
    public Mono<Publication> read(String id, Viewer viewer) {
        return store.published(id, viewer);
    }

    /** Published under an address that was made of its title; empty as {@link #find}. */
    public Mono<Publication> atAddress(Kind kind, String address, Viewer viewer) {
        return store.atAddress(kind, address, viewer);
    }

    /** Of these kinds, newest first, from before a position. */
    public Flux<Publication> newest(Collection<Kind> kinds, Optional<Position> before, int limit, Viewer viewer) {
        return store.newest(kinds, before, limit, viewer);
    }

    /** The newest of all kinds, without training that is over. */
    public Flux<Publication> current(int limit, Viewer viewer) {
        return store.current(clock.instant(), limit, viewer);
    }

    /** Training that is not over, the soonest first, from after a position in time of its start. */
    public Flux<Publication> upcoming(Optional<Position> after, int limit, Viewer viewer) {
        return store.upcoming(clock.instant(), after, limit, viewer);
    }

    /** Published training that starts between two moments, the soonest first. */
    public Flux<Publication> training(Instant from, Instant to, int limit, Viewer viewer) {
        return store.training(from, to, limit, viewer);
    }

    /** @throws NotAllowed (as a signal) unless the viewer is a staff editor */
    public Mono<Void> asEditor(Viewer viewer) {
        return viewer.staffEditor() ? Mono.empty() : Mono.error(NotAllowed::new);
    }

    /** @throws NotAllowed (as a signal) unless the viewer is a staff editor */
    public Flux<Publication> desk(State state, Optional<Position> before, int limit, Viewer viewer) {
        return asEditor(viewer).thenMany(store.inState(state, before, limit));
    }

    /** @throws NotAllowed (as a signal) unless the viewer is a staff editor and there is such a publication */
    public Mono<Publication> forEditor(String id, Viewer viewer) {
        return asEditor(viewer).then(store.find(id, viewer)).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    public Mono<String> preview(String text, Viewer viewer) {
        return asEditor(viewer).then(markdown.article(text));
    }

    /**
     * Begins a publication. The same form sent twice begins one; the same form sent with other words, from a
     * page gone back to, is {@link ChangedMeanwhile}.
     *
     * @throws hub.platform.refusals.Rejected {@code publishing.incomplete} (as a signal) if it lacks what readers need
     */
    public Mono<Outcome> begin(Kind kind, Manuscript manuscript, String formKey, Wish wish, Viewer viewer) {
        return asEditor(viewer).then(markdown.article(manuscript.text())).flatMap(html -> {
            Change first = new Change(viewer.id(), clock.instant(), formKey);
            Publication draft = Publication.draft(Ids.next(), kind, manuscript, html, Markdown.VERSION, first);
            Publication fresh = wished(draft, wish, first);
            return transactions
                    .run(steps.insert(fresh).delayUntil(stored -> tell(State.DRAFT, stored, viewer)))
                    .onErrorResume(DuplicateKeyException.class, twice -> store.ofSameForm(fresh))
                    .switchIfEmpty(Mono.error(() -> new Rejected(PublicationRefusal.TITLE_TAKEN)))
                    .flatMap(stored -> stored.id().equals(fresh.id())
                            ? Mono.just(new Stored(stored))
                            : begunBefore(stored, manuscript, wish, first, viewer));
        });
    }

    /** The same form, from a page gone back to, may be saved first and then wished to go on. */
    private Mono<Outcome> begunBefore(
            Publication stored, Manuscript manuscript, Wish wish, Change change, Viewer viewer) {
        return stored.state() == State.DRAFT
                        && wish != Wish.KEEP
                        && stored.cameOf(manuscript, change.by(), change.key())
                ? revise(stored.id(), manuscript, wish, new Seen(stored.version(), change.key()), viewer)
                : Mono.just(outcome(stored, manuscript, change));
    }

    /**
     * Keeps a draft as a draft, or lets it go on as its writer wishes: to a second person, where there must be one, whatever they wish.
     *
     * @throws hub.platform.refusals.Rejected {@code publishing.incomplete} (as a signal) if it is to go on and lacks what readers need
     */
    public Mono<Outcome> revise(String id, Manuscript manuscript, Wish wish, Seen seen, Viewer viewer) {
        return change(
                id,
                manuscript,
                seen,
                viewer,
                (before, html, change) ->
                        wished(before.revise(manuscript, html, Markdown.VERSION, change), wish, change));
    }

    private Publication wished(Publication draft, Wish wish, Change change) {
        return switch (wish) {
            case KEEP -> draft;
            case REVIEW -> draft.submit(change.by(), change.at());
            case PUBLISH ->
                rule.holdsFor(draft.kind()) ? draft.submit(change.by(), change.at()) : draft.publish(change.at());
        };
    }

    /**
     * Corrects what is published. Where a second person must look, what readers would see anew waits for them.
     *
     * @param what what changed, in a sentence for readers; empty if they see no difference
     */
    public Mono<Outcome> correct(String id, Manuscript manuscript, String what, Seen seen, Viewer viewer) {
        return change(id, manuscript, seen, viewer, (before, html, change) -> {
            boolean waits =
                    rule.holdsFor(before.kind()) && (before.readsOtherwise(manuscript) || before.widenedBy(manuscript));
            return waits
                    ? before.propose(new Publication.Proposal(manuscript, html, Markdown.VERSION, what, change))
                    : before.correct(manuscript, html, Markdown.VERSION, change, what);
        });
    }

    /**
     * Puts it away, whatever it says by now. Done already is done.
     *
     * @param instead of a guide, the slug of the one that takes its place; else empty
     * @param why of a guide that is withdrawn, in a sentence for readers; else empty
     * @throws hub.platform.refusals.Rejected (as a signal) if there is no such guide
     */
    public Mono<Publication> archive(String id, String instead, String why, Viewer viewer) {
        return act(
                id,
                "archive",
                viewer,
                now -> now.state() == State.ARCHIVED,
                now -> now.end(instead, why, new Change(viewer.id(), clock.instant(), "")));
    }

    /** Takes that back. Done already is done. */
    public Mono<Publication> bringBack(String id, Viewer viewer) {
        return act(
                id,
                "bringBack",
                viewer,
                now -> now.state() != State.ARCHIVED,
                now -> now.bringBack(new Change(viewer.id(), clock.instant(), "")));
    }

    private Mono<Publication> act(
            String id, String name, Viewer viewer, Predicate<Publication> done, UnaryOperator<Publication> how) {
        return Mono.defer(() -> forEditor(id, viewer)
                        .flatMap(now -> done.test(now)
                                ? Mono.just(now)
                                : transactions.run(steps.replace(now, how.apply(now))
                                        .delayUntil(stored -> steps.record(name, viewer.id(), stored))
                                        .delayUntil(notices::follow))))
                .repeatWhenEmpty(TRIES, again -> again);
    }

    /**
     * Notes that the viewer has read what they are asked to read.
     *
     * @throws NotAllowed (as a signal) unless they are
     */
    public Mono<Publication> haveRead(String id, Viewer viewer) {
        return store.published(id, viewer)
                .filter(publication -> publication.asks(viewer))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .delayUntil(publication -> readings.note(publication.toRead(), viewer));
    }

    /** Those of the publications that the viewer has said they read. */
    public Mono<Set<String>> readBy(Viewer viewer, List<Publication> publications) {
        return readings.readBy(
                viewer,
                publications.stream()
                        .filter(Publication::asks)
                        .map(Publication::toRead)
                        .toList());
    }

    /** Who has said that they read it, and who not yet; empty where nobody is asked. @throws NotAllowed (as a signal) unless the viewer is a staff editor */
    public Mono<Readings.Readers> readers(Publication publication, Viewer viewer) {
        return asEditor(viewer)
                .then(Mono.defer(() ->
                        publication.asks() ? readings.readers(publication.toRead()) : Mono.<Readings.Readers>empty()));
    }

    @Override
    public String kind() {
        return PublicationSteps.READ;
    }

    /** The gentle reminder. */
    @Override
    public Mono<Void> handle(String id, Instant at) {
        return store.toIndex(List.of(id))
                .filter(Publication::asks)
                .next()
                .flatMap(publication -> readings.remind(publication.toRead(), PublicationSteps.WAY));
    }

    private Mono<Outcome> change(String id, Manuscript manuscript, Seen seen, Viewer viewer, Rewriting rewriting) {
        return forEditor(id, viewer)
                .zipWith(markdown.article(manuscript.text()))
                .flatMap(both -> {
                    Change change = new Change(viewer.id(), clock.instant(), seen.formKey());
                    Publication before = both.getT1();
                    if (before.version() != seen.version()) {
                        return Mono.just(outcome(before, manuscript, change));
                    }
                    Publication after = rewriting.apply(before, both.getT2(), change);
                    return transactions
                            .run(steps.replace(before, after)
                                    .delayUntil(stored -> tell(before.state(), stored, viewer)))
                            .onErrorMap(
                                    DuplicateKeyException.class, taken -> new Rejected(PublicationRefusal.TITLE_TAKEN))
                            .<Outcome>map(Stored::new)
                            .switchIfEmpty(Mono.defer(
                                    () -> forEditor(id, viewer).map(now -> outcome(now, manuscript, change))));
                });
    }

    /** That is in the audit log once people could see it, and who has to look at it is told. */
    private Mono<Void> tell(State before, Publication stored, Viewer by) {
        String act = switch (stored.state()) {
            case DRAFT, ARCHIVED -> "";
            case IN_REVIEW -> "submit";
            case SCHEDULED -> "schedule";
            case PUBLISHED -> stored.proposal() != null ? "propose" : before == State.PUBLISHED ? "correct" : "publish";
        };
        return act.isEmpty() ? Mono.empty() : steps.record(act, by.id(), stored).then(notices.follow(stored));
    }

    private static Outcome outcome(Publication now, Manuscript sent, Change change) {
        return now.cameOf(sent, change.by(), change.key()) ? new Stored(now) : new ChangedMeanwhile(now);
    }

    /** What a writer wishes to become of a draft. */
    public enum Wish {
        KEEP,
        REVIEW,
        /** At once, or at the moment that it names. */
        PUBLISH
    }

    /**
     * What the editor had in front of them.
     *
     * @param version of the publication when the form was shown
     * @param formKey of that form
     */
    public record Seen(long version, String formKey) {}

    @FunctionalInterface
    private interface Rewriting {
        Publication apply(Publication before, String html, Change change);
    }
}
