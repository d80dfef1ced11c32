package hub.resources.publishing;

import hub.platform.due.DueHandler;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.tellings.TellingKind;
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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What staff publish. Reads give what the viewer may read; everything else is for staff editors. */
@Service
public class Publications implements DueHandler {
    /** How often to try again when others change the same publication at the same moment. */
    private static final int TRIES = 5;

    private static final String DUE = "publishing.read";
    private static final Readings.Way WAY = new Readings.Way(TellingKind.LIBRARY, "tellings.library", DUE);

    private final PublicationStore store;
    private final Readings readings;
    private final Transactions transactions;
    private final Markdown markdown;
    private final Clock clock;

    Publications(PublicationStore store, Readings readings, Transactions transactions, Markdown markdown, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.readings = readings;
        this.markdown = markdown;
        this.clock = clock;
    }

    /** Empty if there is none or this viewer may not know of it. */
    public Mono<Publication> find(String id, Viewer viewer) {
        return store.find(id, viewer);
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
     * Begins a publication, at once published if so wished. The same form sent twice begins one; the same form sent with other words, from a
     * page gone back to, is {@link ChangedMeanwhile}.
     *
     * @throws hub.platform.refusals.Rejected {@code publishing.incomplete} (as a signal) if it lacks what readers need
     */
    public Mono<Outcome> begin(Kind kind, Manuscript manuscript, String formKey, boolean publish, Viewer viewer) {
        return asEditor(viewer).then(markdown.article(manuscript.text())).flatMap(html -> {
            Change first = new Change(viewer.id(), clock.instant(), formKey);
            Publication draft = Publication.draft(Ids.next(), kind, manuscript, html, Markdown.VERSION, first);
            Publication fresh = publish ? draft.publish(first.at()) : draft;
            return transactions
                    .run(store.insert(fresh).delayUntil(stored -> ask(draft, stored)))
                    .onErrorResume(DuplicateKeyException.class, twice -> store.ofSameForm(fresh))
                    .map(stored -> stored.id().equals(fresh.id()) || stored.cameOf(manuscript, first.by(), formKey)
                            ? new Stored(stored)
                            : new ChangedMeanwhile(stored));
        });
    }

    /** Keeps a draft as a draft. */
    public Mono<Outcome> revise(String id, Manuscript manuscript, Seen seen, Viewer viewer) {
        return change(
                id,
                manuscript,
                seen,
                viewer,
                (before, html, change) -> before.revise(manuscript, html, Markdown.VERSION, change));
    }

    /** @throws hub.platform.refusals.Rejected {@code publishing.incomplete} (as a signal) if it lacks what readers need */
    public Mono<Outcome> publish(String id, Manuscript manuscript, Seen seen, Viewer viewer) {
        return change(
                id,
                manuscript,
                seen,
                viewer,
                (before, html, change) -> before.revise(manuscript, html, Markdown.VERSION, change)
                        .publish(change.at()));
    }

    /** @param what what changed, in a sentence for readers */
    public Mono<Outcome> correct(String id, Manuscript manuscript, String what, Seen seen, Viewer viewer) {
        return change(
                id,
                manuscript,
                seen,
                viewer,
                (before, html, change) -> before.correct(manuscript, html, Markdown.VERSION, change, what));
    }

    /** Puts it away, whatever it says by now. Done already is done. */
    public Mono<Publication> archive(String id, Viewer viewer) {
        Change change = new Change(viewer.id(), clock.instant(), "");
        return Mono.defer(() -> forEditor(id, viewer)
                        .flatMap(now ->
                                now.state() == State.ARCHIVED ? Mono.just(now) : replace(now, now.archive(change))))
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

    private Mono<Publication> replace(Publication before, Publication after) {
        return transactions.run(store.replace(after).delayUntil(stored -> ask(before, stored)));
    }

    /** Asks people to read it, or no longer asks them, if that is another thing than before. */
    private Mono<Void> ask(Publication before, Publication after) {
        if (after.asks()) {
            return before.asks() && before.audience() == after.audience()
                    ? Mono.empty()
                    : readings.ask(after.toRead(), WAY);
        }
        return before.asks() ? readings.stop(after.id(), WAY) : Mono.empty();
    }

    @Override
    public String kind() {
        return DUE;
    }

    /** The gentle reminder. */
    @Override
    public Mono<Void> handle(String id, Instant at) {
        return store.toIndex(List.of(id))
                .filter(Publication::asks)
                .next()
                .flatMap(publication -> readings.remind(publication.toRead(), WAY));
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
                    return replace(before, rewriting.apply(before, both.getT2(), change))
                            .<Outcome>map(Stored::new)
                            .switchIfEmpty(Mono.defer(
                                    () -> forEditor(id, viewer).map(now -> outcome(now, manuscript, change))));
                });
    }

    private static Outcome outcome(Publication now, Manuscript sent, Change change) {
        return now.cameOf(sent, change.by(), change.key()) ? new Stored(now) : new ChangedMeanwhile(now);
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
