package hub.forum.constellations.sleepovers;

import hub.forum.constellations.homes.HubHomes;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.mongo.Turns;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sleepovers of constellations. However many ask at once, no bed is promised twice. */
@Service
public class Sleepovers {
    static final String REMIND = "constellations.sleepover.remind";
    static final String AFTER = "constellations.sleepover.after";

    private static final Duration REMIND_BEFORE = Duration.ofDays(1);
    private static final Duration ASK_AFTER = Duration.ofHours(2);
    private static final Duration PAST = Duration.ofDays(120);

    /** How far ahead free days are looked for. */
    private static final int MOST_DAYS = 60;

    private final SleepoverStore store;
    private final HubHomes homes;
    private final Reach reach;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final Turns turns;
    private final Clock clock;

    Sleepovers(
            SleepoverStore store,
            HubHomes homes,
            Reach reach,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            Turns turns,
            Clock clock) {
        this.store = store;
        this.homes = homes;
        this.reach = reach;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.turns = turns;
        this.clock = clock;
    }

    /** Empty for whoever may not see it. */
    public Mono<Sleepover> find(String id, Visibility visibility) {
        return store.find(id, visibility);
    }

    /** What is still to come or going on, of what the viewer may see. */
    public Flux<Sleepover> coming(Group group, Visibility visibility) {
        return store.endingAfter(group.id(), clock.instant(), visibility);
    }

    /** Of the last months. */
    public Flux<Sleepover> past(Group group, Visibility visibility) {
        Instant now = clock.instant();
        return store.ended(group.id(), now.minus(PAST), now, visibility);
    }

    /** Those that began in a year of the calendar, for those who keep the constellation; of others what they may see. */
    public Flux<Sleepover> ofYear(Group group, int year, Visibility visibility) {
        LocalDate first = LocalDate.of(year, 1, 1);
        Instant from = first.atStartOfDay(Times.LONDON).toInstant();
        Instant until = first.plusYears(1).atStartOfDay(Times.LONDON).toInstant();
        return store.begun(group.id(), from, until, visibility);
    }

    /** What waits for the viewer's answer, the one that comes first at the top. */
    public Mono<List<Sleepover>> waitingFor(Visibility visibility) {
        Instant now = clock.instant();
        return store.waiting(visibility.ownReadable(), visibility)
                .filter(sleepover -> sleepover.ask().until().isAfter(now)
                        && !sleepover.isOf(visibility.viewer().account()))
                .sort((one, other) -> one.ask().from().compareTo(other.ask().from()))
                .collectList();
    }

    /** How many beds are free on each of these nights, in their order. */
    public Mono<Map<LocalDate, Integer>> free(Group group, List<LocalDate> nights, Visibility visibility) {
        visibility.requireRead(group.id());
        return beds(group.id(), nights.getFirst(), nights.getLast().plusDays(1))
                .map(free -> nights.stream().collect(Collectors.toMap(night -> night, free::on)));
    }

    /**
     * Somebody asks. The beds are kept for them until it is answered; whoever is on call hears of it.
     *
     * @param formKey of the form it came with; the same one again finds what it made
     * @throws NotAllowed (as a signal) unless the viewer is in the constellation
     * @throws Rejected (as a signal) if it would be in the past, or no bed is free: with the next days on which there is
     */
    public Mono<Sleepover> ask(Group group, Ask ask, String formKey, Visibility by) {
        if (!by.mayPost(group.id())) {
            return Mono.error(new NotAllowed());
        }
        String account = by.viewer().id();
        String id = Ids.of("sleepover of " + account + " by " + formKey);
        Mono<Sleepover> fresh = Mono.defer(() -> homes.holdBeds(group.id())
                .then(requireRoom(group.id(), ask))
                .then(reach.next(Sleepover.asked(id, group.id(), account, ask, clock.instant())))
                .flatMap(store::insert)
                .delayUntil(reach::arranged));
        return turns.of(
                "sleepovers of " + group.id(),
                transactions.run(store.toChange(id).switchIfEmpty(fresh)));
    }

    private Mono<Void> requireRoom(String group, Ask ask) {
        if (!ask.until().isAfter(clock.instant())) {
            return Mono.error(new Rejected(SleepoverRefusal.IN_THE_PAST));
        }
        List<LocalDate> nights = ask.beds();
        if (nights.isEmpty()) {
            return Mono.empty();
        }
        LocalDate first = nights.getFirst();
        LocalDate last = first.plusDays(MOST_DAYS);
        return beds(group, first, last.plusDays(Ask.MOST_NIGHTS)).flatMap(free -> {
            if (free.haveRoomFor(nights, ask.children())) {
                return Mono.empty();
            }
            List<LocalDate> next = free.next(first.plusDays(1), last, nights.size(), ask.children());
            return next.isEmpty()
                    ? Mono.error(new Rejected(SleepoverRefusal.NO_BED_AT_ALL))
                    : Mono.error(new Rejected(
                            SleepoverRefusal.NO_BED,
                            next.stream().map(Times::inFull).collect(Collectors.joining("; "))));
        });
    }

    private Mono<FreeBeds> beds(String group, LocalDate first, LocalDate last) {
        Instant from = first.atStartOfDay(Times.LONDON).toInstant();
        Instant until = last.plusDays(1).atStartOfDay(Times.LONDON).toInstant();
        return homes.toCount(group)
                .zipWhen(home -> store.holding(group, from, until).collectList(), FreeBeds::new);
    }

    /**
     * It is agreed; whoever asked is told.
     *
     * @throws NotAllowed (as a signal) unless the viewer keeps the hub home or it has reached them
     * @throws Rejected (as a signal) if it is answered, cancelled or over
     */
    public Mono<Sleepover> accept(String id, Visibility by) {
        return answer(id, by, sleepover -> sleepover.accept(by.viewer().id(), clock.instant()))
                .delayUntil(this::scheduled);
    }

    private Mono<Void> scheduled(Sleepover agreed) {
        Instant remind = agreed.ask().from().minus(REMIND_BEFORE);
        return (remind.isAfter(clock.instant()) ? due.at(REMIND, agreed.id(), remind) : Mono.<Void>empty())
                .then(due.at(AFTER, agreed.id(), agreed.ask().until().plus(ASK_AFTER)));
    }

    /** @throws NotAllowed and Rejected (as signals) as in {@link #accept} */
    public Mono<Sleepover> decline(String id, Sleepover.Reason reason, Visibility by) {
        return answer(id, by, sleepover -> sleepover.decline(by.viewer().id(), reason));
    }

    private Mono<Sleepover> answer(String id, Visibility by, UnaryOperator<Sleepover> how) {
        return transactions.run(toAnswer(id, by)
                .flatMap(before -> save(before, how.apply(before)))
                .delayUntil(after -> reach.over(after.id()))
                .delayUntil(after -> audit.record(
                        "constellations.sleepover." + after.state().slug(),
                        by.viewer().id(),
                        id,
                        after.group(),
                        Map.of()))
                .delayUntil(after -> events.publish(new SleepoverEvents.Answered(id, after.group(), after.version()))));
    }

    /** @throws NotAllowed (as a signal) unless the viewer asked, or may answer */
    public Mono<Sleepover> cancel(String id, Visibility by) {
        return transactions.run(toSee(id, by)
                .flatMap(before -> save(before, before.cancel()))
                .delayUntil(after -> due.cancelAll(id))
                .delayUntil(after -> auditedForAnother(after, by))
                .delayUntil(after -> events.publish(new SleepoverEvents.Cancelled(
                        id, after.group(), by.viewer().id()))));
    }

    /** One of both sides says whether it took place. @throws NotAllowed (as a signal) unless the viewer asked, or may answer */
    public Mono<Sleepover> over(String id, boolean happened, Visibility by) {
        return transactions.run(toSee(id, by)
                .flatMap(before -> save(before, before.over(happened, clock.instant())))
                .delayUntil(after -> auditedForAnother(after, by)));
    }

    /** What somebody does to what another asked for stands in the audit log. */
    private Mono<Void> auditedForAnother(Sleepover after, Visibility by) {
        return after.isOf(by.viewer().account())
                ? Mono.empty()
                : audit.record(
                        "constellations.sleepover." + after.state().slug(),
                        by.viewer().id(),
                        after.id(),
                        after.group(),
                        Map.of());
    }

    /** @throws Rejected (as a signal) unless it happened and the viewer asked for it or took it */
    public Mono<Sleepover> say(String id, Sleepover.Helped helped, Visibility by) {
        return transactions.run(toSee(id, by)
                .flatMap(before -> save(before, before.say(by.viewer().id(), helped))));
    }

    private Mono<Sleepover> toSee(String id, Visibility by) {
        return store.toChange(id)
                .filter(sleepover -> SleepoverPolicy.maySee(by, sleepover))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Mono<Sleepover> toAnswer(String id, Visibility by) {
        return store.toChange(id)
                .filter(sleepover -> SleepoverPolicy.mayAnswer(by, sleepover))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Mono<Sleepover> save(Sleepover before, Sleepover after) {
        return after.equals(before)
                ? Mono.just(before)
                : store.replace(after, before.version())
                        .switchIfEmpty(Mono.error(() -> new Rejected(SleepoverRefusal.CHANGED_MEANWHILE)));
    }
}
