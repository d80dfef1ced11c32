package hub.forum.notifications;

import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people are told. */
@Service
public class Notifications {
    private static final int MOST_ON_A_PAGE = 100;

    private final NotificationStore store;
    private final NotificationKinds kinds;
    private final DueWork due;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Notifications(
            NotificationStore store,
            NotificationKinds kinds,
            DueWork due,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.due = due;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Tells some people one thing, here and, as each of them chose, by mail. Told twice it is told once. Whether they may know of it is asked when it is
     * shown and when it is mailed.
     */
    public Mono<Void> tell(Collection<String> accounts, Notification.Told told) {
        return transactions.run(Flux.fromIterable(accounts)
                .concatMap(account -> tell(account, told))
                .then());
    }

    private Mono<Void> tell(String account, Notification.Told told) {
        Instant now = clock.instant();
        return store.choices(account)
                .map(choices -> choices.mailAt(kinds.get(told.kind()), now))
                .flatMap(mailAt -> store.insertNew(Notification.fresh(account, told, now, mailAt.orElse(null))))
                .flatMap(fresh -> Mono.justOrEmpty(fresh.mailAt()))
                .flatMap(mailAt -> noLaterThan(account, mailAt));
    }

    /**
     * A letter that is to go out earlier takes along what is due by then; the rest goes out later. The due work is written in any case: else a letter that
     * is just going out could miss this one.
     */
    private Mono<Void> noLaterThan(String account, Instant mailAt) {
        return due.of(account)
                .filter(work -> work.kind().equals(LetterOfNotifications.DUE))
                .map(DueWork.Due::at)
                .next()
                .filter(earlier -> earlier.isBefore(mailAt))
                .defaultIfEmpty(mailAt)
                .flatMap(first -> due.at(LetterOfNotifications.DUE, account, first));
    }

    /** What is not true any more, or nobody's business: for whomever it was told. */
    public Mono<Void> withdraw(String about) {
        return transactions.run(store.about(about)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(store::remove)
                .then());
    }

    /** What somebody was told about a group that they are no longer in. */
    public Mono<Void> withdraw(String account, String group) {
        return transactions.run(store.ofGroup(account, group)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(store::remove)
                .then());
    }

    /** How many the viewer has not seen, to 99; 0 for whoever is not approved. */
    public Mono<Long> unseen(Viewer viewer) {
        return viewer.approved() ? store.unseen(viewer.id()) : Mono.just(0L);
    }

    /**
     * The viewer's newest, each bundle once with its latest. What they may not know of now counts as seen and is not shown; it is kept, as whoever accepts
     * a new agreement may know of it again.
     */
    public Mono<List<Bundle>> of(Viewer viewer) {
        return store.of(viewer.id(), MOST_ON_A_PAGE)
                .concatMap(notification -> shown(notification, viewer))
                .collectList()
                .map(Notifications::bundled);
    }

    private Mono<Bundle> shown(Notification notification, Viewer viewer) {
        return kinds.show(notification, viewer)
                .map(shown -> new Bundle(notification, shown, notification.seenAt() == null ? 1 : 0, 1))
                .switchIfEmpty(Mono.defer(() -> seenAlone(notification)).then(Mono.empty()));
    }

    private Mono<Void> seenAlone(Notification notification) {
        return notification.seenAt() == null ? store.seen(notification, clock.instant()) : Mono.empty();
    }

    private static List<Bundle> bundled(List<Bundle> newestFirst) {
        Map<String, Bundle> bundles = new LinkedHashMap<>();
        newestFirst.forEach(one -> bundles.merge(
                one.latest().kind() + " " + one.latest().bundle(), one, (newer, older) -> newer.with(older)));
        return new ArrayList<>(bundles.values());
    }

    /** Where one of the viewer's own leads, which is seen then; empty if it leads nowhere any more. */
    public Mono<String> open(String id, Viewer viewer) {
        String account = viewer.id();
        return store.find(id, account)
                .flatMap(notification -> store.seen(account, notification.bundle(), clock.instant())
                        .then(kinds.show(notification, viewer).map(NotificationKind.Shown::path)));
    }

    /** @param until the newest that was on the page: what came since is not seen yet */
    public Mono<Void> allSeen(Instant until, Viewer viewer) {
        return store.allSeen(viewer.id(), until, clock.instant());
    }

    /** What the viewer chose for each kind. */
    public Mono<NotificationSettings> settings(Viewer viewer) {
        return store.choices(viewer.id())
                .map(choices -> new NotificationSettings(
                        kinds.chosen(choices), kinds.offered(), choices.quietFrom(), choices.quietUntil()));
    }

    /** @param mail by kind; kinds that there are not are passed over */
    public Mono<Void> choose(Map<String, MailChoice> mail, LocalTime quietFrom, LocalTime quietUntil, Viewer viewer) {
        return save(new NotificationChoices(viewer.id(), kinds.known(mail), quietFrom, quietUntil));
    }

    private Mono<Void> save(NotificationChoices chosen) {
        return transactions.run(
                store.save(chosen).then(events.publish(new NotificationEvents.ChoicesMade(chosen.id()))));
    }

    /** What somebody chose for a kind that is mailed alone. */
    public Mono<MailChoice> choice(String account, String kind) {
        return store.choices(account).map(choices -> choices.of(kinds.get(kind)));
    }

    /** Somebody chose for a kind that is mailed alone. */
    public Mono<Void> choose(String account, String kind, MailChoice choice) {
        return store.choices(account).flatMap(choices -> save(choices.with(kind, choice)));
    }

    /** When somebody's next letter of such a choice goes out, outside their quiet hours; empty for never. */
    public Mono<Instant> nextLetter(String account, MailChoice choice) {
        return store.choices(account).flatMap(choices -> Mono.justOrEmpty(choices.mailAt(choice, clock.instant())));
    }

    /**
     * @param latest the newest of the bundle
     * @param unseen how many of it the viewer has not seen
     * @param count how many it is
     */
    public record Bundle(Notification latest, NotificationKind.Shown shown, int unseen, int count) {
        Bundle with(Bundle older) {
            return new Bundle(latest, shown, unseen + older.unseen, count + older.count);
        }
    }
}
