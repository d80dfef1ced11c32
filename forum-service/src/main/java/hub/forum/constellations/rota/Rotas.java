package hub.forum.constellations.rota;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The rotas of constellations. Each change is one transaction with what follows from it, and is in the audit log when somebody did it for another. */
@Service
public class Rotas {
    private static final Duration REACHED_AHEAD = Duration.ofDays(14);

    private final RotaStore store;
    private final RotaMembers members;
    private final RotaSchedule schedule;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Rotas(
            RotaStore store,
            RotaMembers members,
            RotaSchedule schedule,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.schedule = schedule;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The rota of a group that the viewer reads; an empty one before the first. */
    public Mono<Rota> of(Group group, Visibility visibility) {
        visibility.requireRead(group.id());
        return store.find(group.id(), visibility).defaultIfEmpty(Rota.empty(group.id()));
    }

    /** Of all these groups that the viewer reads and that have one, by group. */
    public Mono<Map<String, Rota>> all(Set<String> groups, Visibility visibility) {
        return store.findAll(groups, visibility);
    }

    /**
     * The viewer has an open shift.
     *
     * @throws NotAllowed (as a signal) unless the viewer is on the rota
     * @throws Rejected (as a signal) if it is over, or somebody was first
     */
    public Mono<Rota> take(String group, String key, Visibility by) {
        return change(group, own(group, by), rota -> rota.take(key, by.viewer().id(), clock.instant()));
    }

    /** @throws Rejected (as a signal) if it is over, or not the viewer's */
    public Mono<Rota> giveBack(String group, String key, Visibility by) {
        String account = by.viewer().id();
        return change(
                group,
                own(group, by),
                rota -> rota.giveBack(key, account, clock.instant()),
                rota -> events.publish(new RotaEvents.GivenBack(group, key, account, rota.version())));
    }

    /**
     * Somebody has more hours, beside the pattern.
     *
     * @param formKey of the form it came with; sent twice it is there once
     * @throws NotAllowed (as a signal) unless it is for the viewer, who is on the rota, or the viewer oversees the constellation
     * @throws Rejected (as a signal) if it would be over, or they are not on the rota
     */
    public Mono<Rota> add(
            String group, LocalDateTime from, LocalDateTime until, String account, String formKey, Visibility by) {
        Shift extra = new Shift("x" + Ids.of("shift of " + group + " by " + formKey), from, until, account);
        boolean may =
                account.equals(by.viewer().account()) ? own(group, by) : ConstellationPolicy.mayOversee(by, group);
        return forSomebody(group, account, extra.key(), may, by, rota -> rota.add(extra, clock.instant()));
    }

    /**
     * Somebody has a shift that was open or another's.
     *
     * @param account null for nobody
     * @throws NotAllowed (as a signal) unless the viewer oversees the constellation
     */
    public Mono<Rota> assign(String group, String key, @Nullable String account, Visibility by) {
        if (account == null) {
            return change(
                    group,
                    ConstellationPolicy.mayOversee(by, group),
                    rota -> rota.assign(key, null, clock.instant()),
                    rota -> audited("constellations.rota.clear", key, group, by)
                            .then(events.publish(new RotaEvents.GivenBack(
                                    group, key, by.viewer().id(), rota.version()))));
        }
        return forSomebody(
                group,
                account,
                key,
                ConstellationPolicy.mayOversee(by, group),
                by,
                rota -> rota.assign(key, account, clock.instant()));
    }

    private Mono<Rota> forSomebody(
            String group, String account, String key, boolean may, Visibility by, UnaryOperator<Rota> how) {
        boolean own = account.equals(by.viewer().account());
        return change(
                group,
                may,
                how,
                rota -> own
                        ? Mono.empty()
                        : audited("constellations.rota.assign", account, group, by)
                                .then(events.publish(new RotaEvents.PutOnCall(group, key, account))));
    }

    /**
     * All shifts of somebody who is away on these days are given back.
     *
     * @throws NotAllowed (as a signal) as in {@link #add}
     */
    public Mono<Rota> away(String group, String account, LocalDate first, LocalDate last, Visibility by) {
        boolean own = account.equals(by.viewer().account());
        return change(
                group,
                own ? own(group, by) : ConstellationPolicy.mayOversee(by, group),
                rota -> rota.away(account, first, last, clock.instant()),
                rota -> (own ? Mono.<Void>empty() : audited("constellations.rota.away", account, group, by))
                        .then(events.publish(new RotaEvents.GivenBack(group, "", account, rota.version()))));
    }

    /** @throws Rejected (as a signal) if one of the shifts is not whose it should be, has begun or is over */
    public Mono<Rota> offerSwap(String group, String mine, String theirs, String formKey, Visibility by) {
        String account = by.viewer().id();
        String id = Ids.of("swap of " + account + " by " + formKey);
        return change(
                group,
                own(group, by),
                rota -> rota.offer(
                        new Swap(id, account, holder(rota, theirs), mine, theirs, clock.instant()), clock.instant()),
                rota -> events.publish(new RotaEvents.SwapOffered(group, id, holder(rota, theirs))));
    }

    private static String holder(Rota rota, String key) {
        return rota.shift(key).map(Shift::account).orElseThrow(() -> new Rejected(RotaRefusal.SHIFT_GONE));
    }

    /** @throws Rejected (as a signal) if it is not offered to the viewer any more */
    public Mono<Rota> acceptSwap(String group, String swap, Visibility by) {
        String account = by.viewer().id();
        return transactions.run(store.toChange(group)
                .map(rota -> rota.swap(swap))
                .flatMap(offered -> change(
                        group,
                        own(group, by),
                        rota -> rota.accept(swap, account, clock.instant()),
                        rota -> events.publish(
                                new RotaEvents.SwapAccepted(group, swap, offered.by(), offered.theirs())))));
    }

    /** Said no to, or taken back. */
    public Mono<Rota> dropSwap(String group, String swap, Visibility by) {
        return change(group, own(group, by), rota -> rota.drop(swap, by.viewer().id()));
    }

    /**
     * Somebody of the group can be on call, at this number.
     *
     * @throws NotAllowed (as a signal) unless the viewer keeps the rota
     * @throws Rejected (as a signal) if they are not in the group
     */
    public Mono<Rota> putPerson(Group group, String account, String number, Visibility by) {
        return members.roleOf(group, account, by)
                .switchIfEmpty(Mono.error(() -> new Rejected(RotaRefusal.NOT_A_MEMBER)))
                .flatMap(role -> keep(
                        group.id(),
                        by,
                        rota -> rota.with(new OnCallPerson(account, number, !role.equals(RotaMembers.HUB_CARER))),
                        "constellations.rota.person",
                        account));
    }

    /** Their shifts are open from now on. */
    public Mono<Rota> removePerson(String group, String account, Visibility by) {
        return keep(
                group, by, rota -> rota.without(account, clock.instant()), "constellations.rota.personOff", account);
    }

    /** A part of the pattern, beside those that there are. @throws NotAllowed (as a signal) unless the viewer keeps the rota */
    public Mono<Rota> addTurn(String group, Turn turn, Visibility by) {
        return keep(group, by, rota -> rota.with(turn), "constellations.rota.pattern", turn.account());
    }

    /** @param last the last day on which a shift of it may begin */
    public Mono<Rota> endTurn(String group, String turn, LocalDate last, Visibility by) {
        return keep(group, by, rota -> rota.endTurn(turn, last), "constellations.rota.pattern", turn);
    }

    public Mono<Rota> cover(String group, CoverHours hours, Visibility by) {
        return keep(group, by, rota -> rota.with(hours), "constellations.rota.hours", group);
    }

    /**
     * Accounts in the order in which something is brought to them: who is on call, who is next on the rota, then everybody else on it and the hub carers. For work that asks for the rights of each when it
     * is shown.
     */
    public Mono<List<String>> toReach(String group, Instant now) {
        return store.toChange(group)
                .map(rota -> inTurn(rota, now))
                .defaultIfEmpty(List.of())
                .zipWith(
                        members.hubCarers(group),
                        (first, carers) -> Stream.concat(first.stream(), carers.stream())
                                .distinct()
                                .toList());
    }

    private static List<String> inTurn(Rota rota, Instant now) {
        Stream<String> onShift = rota.timeline(now, now.plus(REACHED_AHEAD)).all().stream()
                .flatMap(stretch -> Stream.ofNullable(stretch.shift()))
                .flatMap(shift -> Stream.ofNullable(shift.account()));
        return Stream.concat(onShift, rota.people().stream().map(OnCallPerson::account))
                .distinct()
                .toList();
    }

    /** Whoever may not come in any more is on call nowhere: their shifts are open, and seen as gaps. To be called in a transaction. */
    Mono<Void> shutOut(String account) {
        return store.withPerson(account)
                .concatMap(rota -> save(rota, rota.without(account, clock.instant())))
                .then();
    }

    /** Whoever left the group is on call no more. To be called in a transaction. */
    Mono<Void> left(String group, String account) {
        return store.toChange(group)
                .filter(rota -> rota.has(account))
                .flatMap(rota -> save(rota, rota.without(account, clock.instant())))
                .then();
    }

    private Mono<Rota> keep(String group, Visibility by, UnaryOperator<Rota> how, String act, String subject) {
        return change(group, ConstellationPolicy.mayKeep(by, group), how, rota -> audited(act, subject, group, by));
    }

    private Mono<Void> audited(String act, String subject, String group, Visibility by) {
        return audit.record(act, by.viewer().id(), subject, group, Map.of());
    }

    /** Whoever is on the rota is asked within {@link Rota}; here that they write in the group at all. */
    private static boolean own(String group, Visibility by) {
        return by.mayPost(group);
    }

    private Mono<Rota> change(String group, boolean may, UnaryOperator<Rota> how) {
        return change(group, may, how, rota -> Mono.empty());
    }

    private Mono<Rota> change(String group, boolean may, UnaryOperator<Rota> how, Function<Rota, Mono<Void>> then) {
        if (!may) {
            return Mono.error(new NotAllowed());
        }
        return transactions.run(store.toChange(group)
                .defaultIfEmpty(Rota.empty(group))
                .flatMap(before -> Mono.fromSupplier(() -> how.apply(before))
                        .flatMap(after -> after.equals(before)
                                ? Mono.just(before)
                                : save(before, after).delayUntil(then))));
    }

    private Mono<Rota> save(Rota before, Rota after) {
        Rota next = after.nextVersion();
        Mono<Rota> written = before.begun() ? store.replace(next, before.version()) : store.insert(next);
        return written.switchIfEmpty(Mono.error(() -> new Rejected(RotaRefusal.CHANGED_MEANWHILE)))
                .delayUntil(schedule::of);
    }
}
