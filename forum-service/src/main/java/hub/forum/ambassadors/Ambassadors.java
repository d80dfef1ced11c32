package hub.forum.ambassadors;

import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.mongo.Turns;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who talks to people that think of fostering. Recruitment officers see all that an ambassador says of herself; everybody sees what she agreed to publish, and nothing else. */
@Service
public class Ambassadors {
    private final AmbassadorStore store;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Turns turns;
    private final Clock clock;

    Ambassadors(
            AmbassadorStore store,
            Accounts accounts,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Turns turns,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.turns = turns;
        this.clock = clock;
    }

    /** Whether the viewer asks carers to be ambassadors and brings them together with enquirers. */
    public static boolean recruits(Viewer viewer) {
        return viewer.is(Role.RECRUITMENT_OFFICER);
    }

    /** The viewer's own profile; empty for whoever was never asked. */
    public Mono<Ambassador> own(Viewer viewer) {
        return viewer.carer() ? store.find(viewer.id(), viewer) : Mono.empty();
    }

    /** Anybody's profile for recruitment officers, her own for an ambassador; empty for everybody else. */
    public Mono<Ambassador> find(String id, Viewer viewer) {
        return viewer.approved() ? store.find(id, viewer) : Mono.empty();
    }

    /** In one state, for recruitment officers; nothing for everybody else. At most 500. */
    public Flux<Ambassador> in(Ambassador.State state, Viewer viewer) {
        return store.from(state, viewer);
    }

    /**
     * What an ambassador agreed to publish, and nothing that says who she is beyond it: no id, no surname.
     *
     * @param name her first name; empty if she keeps it back
     * @param household null if she keeps it back
     */
    public record Introduction(
            String name,
            @Nullable Household household,
            List<Fostering> fostering,
            String heritage,
            String faith,
            String languages) {}

    /** Those who agreed to something, for everybody. Read anew each time, so that what is taken back is gone at once. */
    public Flux<Introduction> introductions() {
        return store.active().filter(one -> !one.shown().isEmpty()).concatMap(this::introduced);
    }

    /** One of them, for an enquirer whom she talks to; empty if she is none any more. */
    public Mono<Introduction> introduction(String ambassador) {
        return store.byId(ambassador)
                .filter(one -> one.state() != Ambassador.State.ENDED)
                .flatMap(this::introduced);
    }

    private Mono<Introduction> introduced(Ambassador one) {
        return accounts.viewer(one.id()).filter(Viewer::carer).map(carer -> introduction(one, carer.firstName()));
    }

    static Introduction introduction(Ambassador one, String firstName) {
        Ambassador.Profile all = one.profile();
        return new Introduction(
                one.shows(Ambassador.Attribute.NAME) ? firstName : "",
                one.shows(Ambassador.Attribute.HOUSEHOLD) ? all.household() : null,
                one.shows(Ambassador.Attribute.FOSTERING) ? all.fostering() : List.of(),
                one.shows(Ambassador.Attribute.HERITAGE) ? all.heritage() : "",
                one.shows(Ambassador.Attribute.FAITH) ? all.faith() : "",
                one.shows(Ambassador.Attribute.LANGUAGES) ? all.languages() : "");
    }

    /** The accounts of those whom the press office may ask, active and still carers; for whoever proposes activities, which the caller knows. */
    public Flux<String> forMedia() {
        return store.active()
                .filter(one -> one.profile().media())
                .filterWhen(one -> accounts.viewer(one.id()).map(Viewer::carer).defaultIfEmpty(false))
                .map(Ambassador::id);
    }

    /**
     * Asks a carer to be an ambassador. Done twice it is done once.
     *
     * @throws NotAllowed (as a signal) unless a recruitment officer asks an approved carer
     */
    public Mono<Ambassador> ask(String account, Viewer by) {
        if (!recruits(by)) {
            return Mono.error(new NotAllowed());
        }
        Mono<Ambassador> fresh = Mono.defer(() -> store.insert(Ambassador.ask(account, clock.instant())));
        Mono<Ambassador> steps = accounts.viewer(account)
                .filter(Viewer::carer)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .then(store.byId(account))
                .flatMap(before -> changed(before, before.askAgain(clock.instant())))
                .switchIfEmpty(fresh)
                .filter(asked -> asked.state() == Ambassador.State.ASKED)
                .delayUntil(asked -> audit.record("ambassadors.ask", by.id(), account, null, Map.of()))
                .delayUntil(asked -> events.publish(new AmbassadorEvents.Asked(account, asked.version())));
        return inTurn(account, steps).switchIfEmpty(Mono.defer(() -> store.byId(account)));
    }

    /**
     * What the viewer says of herself; whoever was asked has said yes with it.
     *
     * @throws NotAllowed (as a signal) for whoever was never asked
     * @throws Rejected (as a signal) if her surname stands in it, it has ended, or there would be fewer places than are held
     */
    public Mono<Ambassador> describe(
            Ambassador.Profile profile, Set<Ambassador.Attribute> consents, int capacity, Viewer by) {
        if (names(profile, by.name())) {
            return Mono.error(new Rejected(AmbassadorRefusal.NAMED));
        }
        return own(by, one -> one.describe(profile, consents, capacity, clock.instant()));
    }

    /** Whether one of the names after the first stands in a text that may be published. */
    private static boolean names(Ambassador.Profile profile, String name) {
        Set<String> said = Set.copyOf(words(profile.heritage() + " " + profile.faith() + " " + profile.languages()));
        return Arrays.stream(name.strip().split("\\s+"))
                .skip(1)
                .flatMap(part -> words(part).stream())
                .anyMatch(said::contains);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 2)
                .toList();
    }

    /** From now on this of the viewer's is not published any more. */
    public Mono<Ambassador> withdraw(Ambassador.Attribute attribute, Viewer by) {
        return own(by, one -> one.withdraw(attribute));
    }

    /** From now on nobody, or somebody again, can be proposed to the viewer. @throws Rejected (as a signal) unless she is one */
    public Mono<Ambassador> pause(boolean pause, Viewer by) {
        return own(by, one -> one.pause(pause, clock.instant()));
    }

    /** The viewer says no, or is none any more. */
    public Mono<Ambassador> end(Viewer by) {
        return own(by, one -> one.end(clock.instant()));
    }

    private Mono<Ambassador> own(Viewer by, UnaryOperator<Ambassador> how) {
        return by.carer()
                ? inTurn(by.id(), change(by.id(), how)).switchIfEmpty(Mono.error(NotAllowed::new))
                : Mono.error(new NotAllowed());
    }

    /** @throws NotAllowed (as a signal) unless a recruitment officer ends it */
    public Mono<Ambassador> end(String account, Viewer by) {
        return recruits(by)
                ? inTurn(
                                account,
                                change(account, one -> one.end(clock.instant()))
                                        .delayUntil(ended ->
                                                audit.record("ambassadors.end", by.id(), account, null, Map.of())))
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                : Mono.error(new NotAllowed());
    }

    /** Who is suspended talks to nobody meanwhile, and says herself when she goes on; a step of the transaction of that. */
    Mono<Void> pauseWhileSuspended(String account) {
        return store.byId(account)
                .filter(one -> one.state() == Ambassador.State.ACTIVE)
                .flatMap(before -> changed(before, before.pause(true, clock.instant())))
                .flatMap(paused -> events.publish(new AmbassadorEvents.Away(account)))
                .then();
    }

    /** Who is no carer any more is no ambassador; a step of the transaction of that. */
    Mono<Void> endAfterCaring(String account) {
        return change(account, one -> one.end(clock.instant())).then();
    }

    /** Holds a place of an ambassador; a step of the caller's transaction, {@link #inTurn}. @throws Rejected (as a signal) if she is full or not active */
    public Mono<Ambassador> take(String ambassador) {
        return change(ambassador, Ambassador::take).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /** Gives it back, likewise. */
    public Mono<Void> release(String ambassador) {
        return change(ambassador, Ambassador::release).then();
    }

    /** Runs a transaction that takes or releases a place of this ambassador, one after the other. */
    public <T> Mono<T> inTurn(String ambassador, Mono<T> steps) {
        return turns.of("ambassador:" + ambassador, transactions.run(steps));
    }

    private Mono<Ambassador> change(String id, UnaryOperator<Ambassador> how) {
        return store.byId(id).flatMap(before -> changed(before, how.apply(before)));
    }

    private Mono<Ambassador> changed(Ambassador before, Ambassador after) {
        if (after.equals(before)) {
            return Mono.just(before);
        }
        return store.replace(after, before.version())
                .switchIfEmpty(Mono.error(() -> new Rejected(AmbassadorRefusal.CHANGED_MEANWHILE)))
                .delayUntil(saved -> told(before.state(), saved));
    }

    private Mono<Void> told(Ambassador.State before, Ambassador now) {
        if (before == now.state()) {
            return Mono.empty();
        }
        if (now.state() == Ambassador.State.ENDED) {
            return events.publish(new AmbassadorEvents.Ended(now.id()));
        }
        return before == Ambassador.State.ASKED
                ? events.publish(new AmbassadorEvents.Accepted(now.id(), now.version()))
                : Mono.empty();
    }

    /** As it stands elsewhere, for the demo. */
    public Mono<Void> addAll(List<Ambassador> all) {
        return store.byId(all.getFirst().id())
                .hasElement()
                .filter(there -> !there)
                .flatMap(missing -> store.insertAll(all));
    }
}
