package hub.resources.training.booking;

import hub.platform.audit.AuditLog;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.mongo.Turns;
import hub.platform.refusals.Rejected;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.TrainingRefusal;
import hub.resources.training.booking.Booking.State;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Places: booked, waited for, offered, given up; by the carer, or by those who run training for her. */
@Service
public class Bookings {
    private final BookingStore store;
    private final Sessions sessions;
    private final PlaceSteps places;
    private final Accounts accounts;
    private final BookingTellings tellings;
    private final AuditLog audit;
    private final Turns turns;
    private final Transactions transactions;
    private final Clock clock;

    Bookings(
            BookingStore store,
            Sessions sessions,
            PlaceSteps places,
            Accounts accounts,
            BookingTellings tellings,
            AuditLog audit,
            Turns turns,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.places = places;
        this.accounts = accounts;
        this.tellings = tellings;
        this.audit = audit;
        this.turns = turns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What somebody asks for.
     *
     * @param accounts who is to come: one, or two of a household
     * @param needs to 500 characters; may be empty
     * @param formKey of the form; sent twice, it is booked once
     */
    public record Ask(List<String> accounts, String needs, String formKey) {}

    /** The viewer's own of a session, if it stands. */
    public Mono<Booking> own(TrainingSession session, Viewer viewer) {
        return viewer.approved() ? store.standing(session.id(), viewer.id()) : Mono.empty();
    }

    /** The viewer's own from one moment to another, the soonest first, in any state. */
    public Flux<Booking> own(Instant from, Instant to, Viewer viewer) {
        return viewer.approved() ? store.of(viewer.id(), from, to) : Flux.empty();
    }

    /** How many wait before a booking that waits. */
    public Mono<Integer> before(Booking booking, TrainingSession session) {
        return places.queue(session).map(queue -> queue.before(booking));
    }

    /** Those that stand, in their order, for whoever keeps the register. */
    public Flux<Booking> standing(TrainingSession session, Viewer viewer) {
        return Sessions.keepsRegister(session, viewer) ? store.standing(session.id()) : Flux.error(new NotAllowed());
    }

    /**
     * A place, or one on the waiting list: for the viewer, alone or with one of the household.
     *
     * @return empty if there is no such session for this viewer
     * @throws NotAllowed (as a signal) unless the viewer may have a place
     * @throws Rejected (as a signal) if it cannot be booked now, or one of them has booked already
     */
    public Mono<Booking> book(String session, Ask ask, Viewer by) {
        if (!TrainingPolicy.mayBook(by)) {
            return Mono.error(new NotAllowed());
        }
        return turns.of(
                session,
                sessions.find(session, by)
                        .delayUntil(found -> requireHousehold(found, ask, by))
                        .flatMap(found -> transactions.run(sessions.take(found.id())
                                .flatMap(now -> existing(now, ask, by)
                                        .switchIfEmpty(Mono.defer(() ->
                                                requireBookable(now).then(Mono.defer(() -> join(now, ask, by)))))))));
    }

    private Mono<Void> requireBookable(TrainingSession session) {
        return session.bookable(clock.instant())
                ? Mono.empty()
                : Mono.error(new Rejected(TrainingRefusal.TOO_LATE_TO_BOOK));
    }

    private Mono<Void> requireHousehold(TrainingSession session, Ask ask, Viewer by) {
        boolean fine = ask.accounts().contains(by.id())
                && ask.accounts().size() <= Booking.MOST_TOGETHER
                && ask.accounts().stream().distinct().count() == ask.accounts().size();
        return !fine
                ? Mono.error(new NotAllowed())
                : Flux.fromIterable(ask.accounts())
                        .concatMap(accounts::viewer)
                        .all(person -> person.household().equals(by.household()) && PlaceSteps.mayCome(session, person))
                        .filter(all -> all)
                        .switchIfEmpty(Mono.error(() -> new Rejected(TrainingRefusal.NOT_OF_HOUSEHOLD)))
                        .then();
    }

    /**
     * A place for somebody who cannot book, or rang: audited, and they are told. Possible until the start, after the closing date too.
     *
     * @param person the account
     * @throws NotAllowed (as a signal) unless the viewer runs training
     */
    public Mono<Booking> bookFor(String session, String person, String formKey, Viewer by) {
        Ask ask = new Ask(List.of(person), "", formKey);
        return sessions.forStaff(session, by)
                .flatMap(found -> accounts.viewer(person)
                        .filter(viewer -> PlaceSteps.mayCome(found, viewer))
                        .switchIfEmpty(Mono.error(() -> new Rejected(TrainingRefusal.NOT_FOR_THEM)))
                        .then(inTurn(
                                session,
                                sessions.take(found.id())
                                        .flatMap(now -> existing(now, ask, by)
                                                .switchIfEmpty(Mono.defer(() -> requireNotBegun(now)
                                                        .then(Mono.defer(() -> join(now, ask, by)))
                                                        .delayUntil(booking -> tellOfBooking(booking, now))
                                                        .delayUntil(booking ->
                                                                record("training.bookFor", booking, by))))))));
    }

    private Mono<Void> tellOfBooking(Booking booking, TrainingSession session) {
        return tellings.tell(booking, session, booking.state() == State.BOOKED ? "bookedFor" : "waitingFor");
    }

    private Mono<Booking> existing(TrainingSession session, Ask ask, Viewer by) {
        return store.sentBefore(session.id(), by.id(), ask.formKey());
    }

    private Mono<Booking> join(TrainingSession session, Ask ask, Viewer by) {
        return places.queue(session).flatMap(queue -> {
            boolean there = queue.standing().stream()
                    .anyMatch(booking -> ask.accounts().stream().anyMatch(booking::isOf));
            if (there) {
                return Mono.error(new Rejected(TrainingRefusal.BOOKED_ALREADY));
            }
            Booking joined = queue.join(new Booking(
                    Ids.next(),
                    session.id(),
                    session.course(),
                    ask.accounts(),
                    State.WAITING,
                    session.turn(),
                    clock.instant(),
                    by.id(),
                    ask.formKey(),
                    ask.needs(),
                    session.starts(),
                    null,
                    List.of()));
            return store.insert(joined).delayUntil(done -> sessions.count(session, queue.taken(), queue.waiting()));
        });
    }

    /**
     * Takes the place that is held for the viewer.
     *
     * @throws Rejected (as a signal) if the time is over
     */
    public Mono<Booking> accept(String session, Viewer by) {
        return ownInTurn(session, by, (now, queue, booking) -> {
            if (booking.state() == State.BOOKED) {
                return Mono.just(booking);
            }
            return places.put(queue, booking, booking.accept(clock.instant()))
                    .delayUntil(tellings::withdraw)
                    .delayUntil(done -> places.settle(now, queue));
        });
    }

    /**
     * Gives up the viewer's place, or that of both.
     *
     * @param both whether whoever was to come with them does not come either
     * @throws Rejected (as a signal) if it has begun
     */
    public Mono<Booking> cancel(String session, boolean both, Viewer by) {
        return ownInTurn(
                session,
                by,
                (now, queue, booking) -> requireNotBegun(now)
                        .then(Mono.defer(() -> {
                            Booking after = both ? booking.cancel() : booking.without(by.id());
                            return places.put(queue, booking, after);
                        }))
                        .delayUntil(after -> tellings.withdraw(after))
                        .delayUntil(after -> places.settle(now, queue)));
    }

    /** Cancels a booking for whoever made it: audited, and they are told. */
    public Mono<Booking> cancelFor(String session, String id, Viewer by) {
        return sessions.forStaff(session, by)
                .then(inTurn(
                        session,
                        sessions.take(session)
                                .flatMap(now -> places.queue(now)
                                        .flatMap(queue -> Flux.fromIterable(queue.standing())
                                                .filter(booking -> booking.id().equals(id))
                                                .next()
                                                .switchIfEmpty(Mono.error(NotAllowed::new))
                                                .delayUntil(booking -> requireNotBegun(now))
                                                .flatMap(booking -> places.put(queue, booking, booking.cancel()))
                                                .delayUntil(booking -> tellings.tell(booking, now, "cancelledFor"))
                                                .delayUntil(booking -> record("training.cancelFor", booking, by))
                                                .delayUntil(booking -> places.settle(now, queue))))));
    }

    private Mono<Booking> ownInTurn(String session, Viewer by, InTurn act) {
        return sessions.find(session, by)
                .flatMap(found -> inTurn(
                        session,
                        sessions.take(found.id())
                                .flatMap(now -> places.queue(now)
                                        .flatMap(queue -> Flux.fromIterable(queue.standing())
                                                .filter(booking -> booking.isOf(by.id()))
                                                .next()
                                                .switchIfEmpty(Mono.error(() -> new Rejected(TrainingRefusal.NO_PLACE)))
                                                .flatMap(booking -> act.act(now, queue, booking))))));
    }

    private <T> Mono<T> inTurn(String session, Mono<T> steps) {
        return turns.of(session, transactions.run(steps));
    }

    private Mono<Void> requireNotBegun(TrainingSession session) {
        if (session.state() != TrainingSession.State.OPEN && session.state() != TrainingSession.State.CLOSED) {
            return Mono.error(new Rejected(TrainingRefusal.TOO_LATE_TO_BOOK));
        }
        return clock.instant().isBefore(session.starts())
                ? Mono.empty()
                : Mono.error(new Rejected(TrainingRefusal.STARTED));
    }

    private Mono<Void> record(String act, Booking booking, Viewer by) {
        return audit.record(act, by.id(), booking.accounts().getFirst(), null, Map.of("session", booking.session()));
    }

    /** A step with a session, its queue and a booking of it. */
    @FunctionalInterface
    private interface InTurn {
        Mono<Booking> act(TrainingSession session, PlaceQueue queue, Booking booking);
    }
}
