package hub.forum.constellations.sleepovers;

import hub.forum.constellations.rota.Rotas;
import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings a request to whoever is on call; if they do not take it in time to the next on the rota, and so on; when nobody is left, whoever asked and the liaison worker hear that the duty team is to be
 * rung. Each step is due work, so it is done after a restart too.
 */
@Component
class Reach implements DueHandler {
    static final String NEXT = "constellations.sleepover.next";

    private final SleepoverStore store;
    private final Rotas rotas;
    private final DueWork due;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration emergencyWait;
    private final Duration plannedWait;

    /**
     * @param emergencyWait how long one person has to take an emergency
     * @param plannedWait how long one person has to answer what is planned
     */
    Reach(
            SleepoverStore store,
            Rotas rotas,
            DueWork due,
            Events events,
            Transactions transactions,
            Clock clock,
            @Value("${hearth.constellations.emergency-wait:PT10M}") Duration emergencyWait,
            @Value("${hearth.constellations.planned-wait:PT12H}") Duration plannedWait) {
        this.store = store;
        this.rotas = rotas;
        this.due = due;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.emergencyWait = emergencyWait;
        this.plannedWait = plannedWait;
    }

    @Override
    public String kind() {
        return NEXT;
    }

    /** With the next person added; with nobody left it is for the duty team. */
    Mono<Sleepover> next(Sleepover sleepover) {
        return rotas.toReach(sleepover.group(), clock.instant())
                .map(people -> people.stream()
                        .filter(account ->
                                !sleepover.isOf(account) && !sleepover.reached().contains(account))
                        .limit(1)
                        .toList())
                .map(next -> next.isEmpty() ? sleepover.forDutyTeam() : sleepover.reaching(next));
    }

    /** Who was reached is told, and the next step is due. To be called in the transaction that stored it. */
    Mono<Void> arranged(Sleepover sleepover) {
        String id = sleepover.id();
        if (sleepover.dutyTeam()) {
            return events.publish(new SleepoverEvents.Untaken(id, sleepover.group()));
        }
        Duration wait = sleepover.ask().emergency() ? emergencyWait : plannedWait;
        return due.at(NEXT, id, clock.instant().plus(wait))
                .then(events.publish(new SleepoverEvents.Reached(id, sleepover.group(), sleepover.version())));
    }

    /** Somebody has answered. */
    Mono<Void> over(String sleepover) {
        return due.cancel(NEXT, sleepover).then();
    }

    @Override
    public Mono<Void> handle(String id, Instant moment) {
        return transactions
                .run(store.toChange(id)
                        .filter(sleepover -> sleepover.waits()
                                && !sleepover.dutyTeam()
                                && sleepover.ask().until().isAfter(moment))
                        .flatMap(before -> next(before)
                                .flatMap(after -> store.replace(after, before.version()))
                                .delayUntil(this::arranged)))
                .then();
    }

    /** Accounts that one step has reached: the last of them. */
    static List<String> newest(Sleepover sleepover) {
        return sleepover.reached().isEmpty()
                ? List.of()
                : List.of(sleepover.reached().getLast());
    }
}
