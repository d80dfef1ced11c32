package hub.forum.constellations.moves;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.homes.Households;
import hub.forum.constellations.homes.HubHomes;
import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.PersonName;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Households that move between constellations. Who does not look after the constellation that a household leaves, and is no administrator, cannot plan one. */
@Service
public class Moves {
    static final String DUE = "constellations.move";

    /** Constellations and other groups that an administrator chooses among. */
    private static final int MOST_GROUPS = 500;

    private final MoveStore store;
    private final HubHomes homes;
    private final Groups groups;
    private final Memberships memberships;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;

    Moves(
            MoveStore store,
            HubHomes homes,
            Groups groups,
            Memberships memberships,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.homes = homes;
        this.groups = groups;
        this.memberships = memberships;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the viewer plans moves from there: its liaison workers, and administrators. */
    private static boolean mayPlan(Visibility viewer, Group group) {
        return group.kind() == Group.Kind.CONSTELLATION
                && (ConstellationPolicy.mayOversee(viewer, group.id()) || viewer.manages(group));
    }

    /** The constellations from which the viewer can plan a move, and between which: those they look after; for administrators all. By name. */
    public Flux<Group> between(Visibility visibility) {
        Flux<Group> known = visibility.viewer().administrator()
                ? groups.register(null, MOST_GROUPS, visibility)
                : groups.all(visibility);
        return known.filter(group -> mayPlan(visibility, group));
    }

    /** One of {@link #between}; empty if it is none. */
    public Mono<Group> toPlan(String group, Visibility visibility) {
        return groups.find(group, visibility)
                .switchIfEmpty(Mono.defer(() -> groups.toManage(group, visibility)))
                .filter(found -> mayPlan(visibility, found));
    }

    /** Those that are planned, the next first: for administrators all, for liaison workers those from and to their constellations. */
    public Flux<Move> planned(Visibility visibility) {
        return store.planned(visibility);
    }

    /**
     * @param household its id, as in {@link HubHomes#households}
     * @param formKey of the form it came with; the same one again finds what it made
     * @throws NotAllowed (as a signal) unless the viewer may plan one from there
     * @throws Rejected (as a signal) if the household is not there, the other constellation is none of {@link #between}, or the day is not ahead
     */
    public Mono<Move> plan(Group from, String household, String to, LocalDate day, String formKey, Visibility by) {
        if (!mayPlan(by, from)) {
            return Mono.error(new NotAllowed());
        }
        String planner = by.viewer().id();
        String id = Ids.of("move planned by " + planner + " by " + formKey);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        Mono<Move> fresh = Mono.zip(home(from, household, by), other(from, to, by))
                .map(both -> Move.plan(
                        id,
                        household,
                        both.getT1().people().stream().map(PersonName::id).toList(),
                        from.id(),
                        both.getT2().id(),
                        day,
                        today,
                        planner))
                .flatMap(store::insert)
                .delayUntil(move -> due.atWallTime(DUE, id, day.atStartOfDay(), Times.LONDON))
                .delayUntil(move ->
                        audit.record("constellations.move.plan", planner, id, from.id(), Map.of("day", move.day())))
                .delayUntil(move -> events.publish(new MoveEvents.Planned(id, move.from(), move.to(), planner)));
        return transactions.run(store.toChange(id).switchIfEmpty(fresh));
    }

    private Mono<Households.Household> home(Group from, String household, Visibility by) {
        return store.isPlanned(household, from.id())
                .flatMap(planned -> planned
                        ? Mono.error(new Rejected(MoveRefusal.ALREADY_PLANNED))
                        : homes.households(from, by)
                                .flatMapIterable(Households::all)
                                .filter(home -> home.id().equals(household))
                                .next()
                                .switchIfEmpty(Mono.error(() -> new Rejected(MoveRefusal.NO_SUCH_HOME))));
    }

    private Mono<Group> other(Group from, String to, Visibility by) {
        return between(by)
                .filter(group -> group.id().equals(to) && !to.equals(from.id()))
                .next()
                .switchIfEmpty(Mono.error(() -> new Rejected(MoveRefusal.NO_SUCH_CONSTELLATION)));
    }

    /**
     * It does not take place. Liaison workers of either constellation and administrators can say so.
     *
     * @return empty if there is none such that the viewer sees
     * @throws Rejected (as a signal) if it has taken place
     */
    public Mono<Move> cancel(String id, Visibility by) {
        return transactions.run(store.find(id, by)
                .flatMap(before -> save(before, before.cancel()))
                .delayUntil(after -> due.cancelAll(id))
                .delayUntil(after ->
                        audit.record("constellations.move.cancel", by.viewer().id(), id, after.from(), Map.of())));
    }

    /** What is due as the day begins: from that moment they read in the one and no more in the other. */
    Mono<Void> carryOut(String id) {
        return transactions
                .run(store.toChange(id)
                        .filter(Move::planned)
                        .flatMap(before -> memberships
                                .moveHousehold(before.household(), before.from(), before.to(), before.by())
                                .flatMap(moved -> save(before, before.carriedOut(moved.left(), moved.joined()))))
                        .filter(after -> after.state() == Move.State.DONE)
                        .delayUntil(after -> recorded(after, after.from(), after.people()))
                        .delayUntil(after -> after.joined().isEmpty()
                                ? Mono.<Void>empty()
                                : recorded(after, after.to(), after.joined()))
                        .delayUntil(after -> events.publish(new MoveEvents.Moved(id, after.from(), after.to()))))
                .then();
    }

    /** In the log of each of the two, which say nothing of the other: both are hidden. */
    private Mono<Void> recorded(Move move, String group, List<String> people) {
        return audit.record(
                "constellations.move", move.by(), move.id(), group, Map.of("people", Integer.toString(people.size())));
    }

    private Mono<Move> save(Move before, Move after) {
        return after.equals(before)
                ? Mono.just(before)
                : store.replace(after, before.version())
                        .switchIfEmpty(Mono.error(() -> new Rejected(MoveRefusal.CHANGED_MEANWHILE)));
    }
}
