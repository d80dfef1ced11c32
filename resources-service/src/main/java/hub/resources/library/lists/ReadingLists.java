package hub.resources.library.lists;

import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.tellings.TellingKind;
import hub.platform.tellings.Tellings;
import hub.resources.library.Library;
import hub.resources.library.Piece;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reading lists: made by editors, sent to a carer, ticked off by them. What a reader may not read is not on the list that they see. */
@Service
public class ReadingLists {
    private final ReadingListStore store;
    private final SentListStore sent;
    private final Library library;
    private final Accounts accounts;
    private final Tellings tellings;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    ReadingLists(
            ReadingListStore store,
            SentListStore sent,
            Library library,
            Accounts accounts,
            Tellings tellings,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.sent = sent;
        this.library = library;
        this.accounts = accounts;
        this.tellings = tellings;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A list as somebody has it. @param done the slugs of the guides that they have ticked off, of those on it */
    public record Own(ReadingList list, List<Piece> guides, Set<String> done) {
        public boolean finished() {
            return done.size() >= guides.size();
        }
    }

    /** How far somebody has come. @param account the carer */
    public record Progress(String account, Instant sent, int done) {}

    /** By title. @throws NotAllowed (as a signal) unless the viewer sends lists */
    public Flux<ReadingList> all(Viewer viewer) {
        return ListPolicy.asSending(viewer).thenMany(store.all());
    }

    /** @throws NotAllowed (as a signal) unless the viewer sends lists and there is such a one */
    public Mono<ReadingList> forStaff(String id, Viewer viewer) {
        return ListPolicy.asSending(viewer).then(store.find(id)).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /** @throws NotAllowed (as a signal) unless the viewer makes lists */
    public Mono<Void> asMaking(Viewer viewer) {
        return ListPolicy.asMaking(viewer);
    }

    /** The guides that are on it, in their order, as far as the viewer may read them. */
    public Mono<List<Piece>> guides(ReadingList list, Viewer viewer) {
        return Flux.fromIterable(list.guides())
                .concatMap(slug -> library.find(slug, viewer))
                .collectList();
    }

    /** How far those have come who were sent it. @throws NotAllowed (as a signal) unless the viewer sends lists */
    public Mono<List<Progress>> progress(ReadingList list, Viewer viewer) {
        return ListPolicy.asSending(viewer)
                .thenMany(sent.ofList(list.id()))
                .map(one -> new Progress(one.account(), one.at(), (int)
                        one.done().stream().filter(list.guides()::contains).count()))
                .collectList();
    }

    /** Sent twice with the same key it is made once. */
    public Mono<ReadingList> make(String title, String intro, String formKey, Viewer by) {
        return ListPolicy.asMaking(by)
                .then(Mono.defer(
                        () -> store.insertOrFind(ReadingList.fresh(Ids.next(), title, intro, by.id(), formKey))));
    }

    public Mono<ReadingList> describe(String id, String title, String intro, Viewer by) {
        return change(id, list -> list.describe(title, intro), by);
    }

    /** @throws Rejected (as a signal) if there is no such guide, or the list is full */
    public Mono<ReadingList> add(String id, String guide, Viewer by) {
        return library.find(guide, by)
                .switchIfEmpty(Mono.error(() -> new Rejected(ListRefusal.NO_SUCH_GUIDE)))
                .flatMap(piece -> change(id, list -> list.add(piece.slug()), by));
    }

    public Mono<ReadingList> remove(String id, String guide, Viewer by) {
        return change(id, list -> list.remove(guide), by);
    }

    public Mono<ReadingList> moveUp(String id, String guide, Viewer by) {
        return change(id, list -> list.moveUp(guide), by);
    }

    /** It is not sent any more. */
    public Mono<ReadingList> retire(String id, Viewer by) {
        return change(id, ReadingList::retire, by);
    }

    private Mono<ReadingList> change(String id, UnaryOperator<ReadingList> how, Viewer by) {
        return transactions.run(ListPolicy.asMaking(by)
                .then(store.toChange(id))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(before -> {
                    ReadingList after = how.apply(before);
                    return after.equals(before)
                            ? Mono.just(before)
                            : store.replace(after)
                                    .switchIfEmpty(Mono.error(() -> new Rejected(ListRefusal.CHANGED_MEANWHILE)));
                }));
    }

    /**
     * Sends it to a carer, who hears of it. Sent to somebody who has it, nothing changes.
     *
     * @throws Rejected (as a signal) if they are no carer, or the list is empty or retired
     */
    public Mono<ReadingList> send(String id, String account, Viewer by) {
        return transactions.run(forStaff(id, by)
                .flatMap(list -> accounts.approved(account)
                        .switchIfEmpty(Mono.error(() -> new Rejected(ListRefusal.NOBODY_SUCH)))
                        .flatMap(carer -> sent.exists(list.id(), carer.id())
                                .flatMap(has -> has ? Mono.just(list) : sendNow(list, carer, by)))));
    }

    private Mono<ReadingList> sendNow(ReadingList list, Account carer, Viewer by) {
        if (list.retired()) {
            return Mono.error(new Rejected(ListRefusal.RETIRED));
        }
        if (list.guides().isEmpty()) {
            return Mono.error(new Rejected(ListRefusal.EMPTY));
        }
        if (!carer.roles().contains(Role.CARER) && !carer.roles().contains(Role.KINSHIP_CARER)) {
            return Mono.error(new Rejected(ListRefusal.NOT_A_CARER));
        }
        String subject = SentList.id(list.id(), carer.id());
        return sent.insert(new SentList(subject, list.id(), carer.id(), by.id(), clock.instant(), Set.of()))
                .then(audit.record("library.sendList", by.id(), carer.id(), null, Map.of("list", list.title())))
                .then(tellings.tell(new Tellings.Said(
                        TellingKind.LIBRARY,
                        "list-" + subject,
                        list.id(),
                        List.of(carer.id()),
                        "tellings.library.list",
                        List.of(list.title()),
                        list.path())))
                .thenReturn(list);
    }

    /** The lists that this viewer was sent, the last one first. */
    public Flux<Own> own(Viewer viewer) {
        return sent.of(viewer.id()).concatMap(one -> store.find(one.list()).flatMap(list -> own(list, one, viewer)));
    }

    /** One that this viewer was sent; empty if they were not. */
    public Mono<Own> own(String id, Viewer viewer) {
        return sent.of(viewer.id())
                .filter(one -> one.list().equals(id))
                .next()
                .flatMap(one -> store.find(id).flatMap(list -> own(list, one, viewer)));
    }

    private Mono<Own> own(ReadingList list, SentList one, Viewer viewer) {
        return guides(list, viewer).map(guides -> {
            List<String> slugs = guides.stream().map(Piece::slug).toList();
            Set<String> done = one.done().stream().filter(slugs::contains).collect(Collectors.toSet());
            return new Own(list, guides, done);
        });
    }

    /** Ticks a guide off, or takes the tick away. @throws NotAllowed (as a signal) unless the viewer was sent the list and may read the guide */
    public Mono<ReadingList> tick(String id, String guide, boolean done, Viewer viewer) {
        return own(id, viewer)
                .filter(own ->
                        own.guides().stream().anyMatch(piece -> piece.slug().equals(guide)))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(own -> sent.tick(id, viewer.id(), guide, done).thenReturn(own.list()));
    }

    /** Puts a list and whoever was sent it in as they are: for content that is brought in. */
    Mono<Void> bringIn(ReadingList list, List<SentList> to) {
        return store.find(list.id())
                .hasElement()
                .filter(there -> !there)
                .flatMap(fresh -> store.insertOrFind(list)
                        .thenMany(Flux.fromIterable(to))
                        .concatMap(sent::insert)
                        .then());
    }
}
