package hub.resources.training.booking;

import hub.platform.due.DueWork;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.resources.audiences.Audiences;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The steps that all changes of places have in common, within a transaction that has taken the session's turn. */
@Component
class PlaceSteps {
    private final BookingStore store;
    private final Sessions sessions;
    private final Accounts accounts;
    private final BookingTellings tellings;
    private final DueWork due;
    private final Clock clock;

    PlaceSteps(
            BookingStore store,
            Sessions sessions,
            Accounts accounts,
            BookingTellings tellings,
            DueWork due,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.accounts = accounts;
        this.tellings = tellings;
        this.due = due;
        this.clock = clock;
    }

    Mono<PlaceQueue> queue(TrainingSession session) {
        return store.standing(session.id())
                .collectList()
                .map(bookings -> new PlaceQueue(session.plan().capacity(), session.starts(), bookings));
    }

    /** Stores what became of a booking; an offer that is over is due no more. */
    Mono<Booking> put(PlaceQueue queue, Booking before, Booking after) {
        queue.put(after);
        Mono<Booking> saved = store.save(after);
        return before.state() == Booking.State.OFFERED && after.state() != Booking.State.OFFERED
                ? due.cancel(TrainingOfferEnds.KIND, after.id()).then(saved)
                : saved;
    }

    /** Gives free places to those who wait and may still have them, tells them, and keeps how many are taken. */
    Mono<TrainingSession> settle(TrainingSession session, PlaceQueue queue) {
        Mono<Void> moved =
                session.state() == TrainingSession.State.OPEN || session.state() == TrainingSession.State.CLOSED
                        ? withoutThoseWhoMayNot(session, queue)
                                .thenMany(Flux.defer(() -> Flux.fromIterable(queue.promote(clock.instant()))))
                                .concatMap(booking -> promoted(session, booking))
                                .then()
                        : Mono.empty();
        return moved.then(Mono.defer(() -> sessions.count(session, queue.taken(), queue.waiting())));
    }

    private Mono<Void> promoted(TrainingSession session, Booking booking) {
        Mono<Void> told = booking.state() == Booking.State.OFFERED
                ? due.at(TrainingOfferEnds.KIND, booking.id(), Objects.requireNonNull(booking.offeredUntil()))
                        .then(tellings.tell(booking, session, "offered"))
                : tellings.tell(booking, session, "promoted");
        return store.save(booking).then(told);
    }

    /** Rights may have ended while somebody waited: no place goes to them. */
    private Mono<Void> withoutThoseWhoMayNot(TrainingSession session, PlaceQueue queue) {
        return Flux.fromIterable(queue.standing())
                .filter(booking -> booking.state() == Booking.State.WAITING)
                .filterWhen(booking -> Flux.fromIterable(booking.accounts())
                        .concatMap(accounts::viewer)
                        .any(person -> !mayCome(session, person)))
                .concatMap(booking -> put(queue, booking, booking.cancel()))
                .then();
    }

    /** Whether somebody may have a place: a carer, approved, for whom the course is meant. */
    static boolean mayCome(TrainingSession session, Viewer person) {
        return TrainingPolicy.mayBook(person) && Audiences.mayRead(person, session.audience());
    }
}
