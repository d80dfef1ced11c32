package hub.forum.drafts;

import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What the viewer has begun to write. Every method is about the viewer's own. */
@Service
public class Drafts implements DueHandler {
    static final Duration KEPT = Duration.ofDays(90);
    static final String ERASE = "drafts.erase";

    private final DraftStore store;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;

    Drafts(DraftStore store, DueWork due, Transactions transactions, Clock clock) {
        this.store = store;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The last changed first. Whether the viewer may still read the place is for whoever shows them to ask. */
    public Mono<List<Draft>> of(Viewer viewer) {
        return store.of(viewer.id());
    }

    public Mono<Draft> find(Draft.Place place, Viewer viewer) {
        String id = Draft.id(viewer.id(), place);
        return of(viewer)
                .flatMap(own -> own.size() < DraftStore.MOST
                        ? Mono.justOrEmpty(own.stream()
                                .filter(draft -> draft.id().equals(id))
                                .findFirst())
                        : store.find(id));
    }

    /** Keeps words instead of those that were kept for the place before; no words at all are none to keep. */
    public Mono<Void> keep(Draft.Place place, String title, String text, String formKey, Viewer viewer) {
        if (title.isEmpty() && text.isEmpty()) {
            return drop(place, viewer);
        }
        Instant now = clock.instant();
        Draft draft = new Draft(Draft.id(viewer.id(), place), viewer.id(), place, title, text, now, formKey);
        return transactions.run(store.put(draft).then(due.at(ERASE, draft.id(), now.plus(KEPT))));
    }

    /** The words were posted; what was typed elsewhere for the same place stays. @param formKey of the form with which they came */
    public Mono<Void> posted(Draft.Place place, String title, String text, String formKey, Viewer viewer) {
        return find(place, viewer)
                .filter(draft -> draft.isIn(title, text, formKey))
                .flatMap(draft -> drop(draft.id()))
                .then();
    }

    /** The words are not wanted any more. */
    public Mono<Void> drop(Draft.Place place, Viewer viewer) {
        return find(place, viewer).flatMap(draft -> drop(draft.id())).then();
    }

    private Mono<Boolean> drop(String id) {
        return transactions.run(store.remove(id).then(due.cancel(ERASE, id)));
    }

    @Override
    public String kind() {
        return ERASE;
    }

    @Override
    public Mono<Void> handle(String id, Instant moment) {
        return store.removeUntouchedSince(id, moment.minus(KEPT)).then();
    }
}
