package hub.resources.training.booking;

import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.mongo.Turns;
import hub.platform.refusals.Rejected;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.TrainingRefusal;
import hub.resources.training.booking.Booking.Attendance;
import hub.resources.training.booking.Booking.Result;
import hub.resources.training.booking.Booking.State;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import hub.resources.training.record.CarerRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who was there. From it follow hours and certificates. It can be put right afterwards. */
@Service
public class Registers {
    /** Before the start there is nobody to tick. */
    private static final Duration OPENS = Duration.ofHours(1);

    private final BookingStore store;
    private final Sessions sessions;
    private final Courses courses;
    private final CarerRecords records;
    private final Accounts accounts;
    private final Turns turns;
    private final Transactions transactions;
    private final Clock clock;

    Registers(
            BookingStore store,
            Sessions sessions,
            Courses courses,
            CarerRecords records,
            Accounts accounts,
            Turns turns,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.courses = courses;
        this.records = records;
        this.accounts = accounts;
        this.turns = turns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it can be kept now: from an hour before the start, unless the session was called off. */
    public boolean isOpen(TrainingSession session) {
        return session.stands() && !clock.instant().isBefore(session.starts().minus(OPENS));
    }

    /** Those who are expected, and who came without a booking. */
    public Flux<Booking> expected(TrainingSession session, Viewer viewer) {
        return Sessions.keepsRegister(session, viewer) ? store.expected(session.id()) : Flux.error(new NotAllowed());
    }

    /**
     * Notes who was there; whoever is in neither was not.
     *
     * @param there accounts of those who were there all the time
     * @param part accounts of those who were there for a part: half of the hours count
     * @throws Rejected (as a signal) before it is open
     */
    public Mono<TrainingSession> keep(String session, Set<String> there, Set<String> part, Viewer by) {
        return inTurn(
                session,
                by,
                (now, course) -> store.expected(session)
                        .collectList()
                        .flatMapIterable(all -> all)
                        .concatMap(booking -> Flux.fromIterable(booking.accounts())
                                .map(account -> attendance(account, there, part, course))
                                .concatMap(one -> records.attended(
                                                one.account(),
                                                now,
                                                course,
                                                one.result() == Result.ATTENDED,
                                                one.hours())
                                        .thenReturn(one))
                                .reduce(booking, Booking::attended)
                                .flatMap(store::save))
                        .then());
    }

    private static Attendance attendance(String account, Set<String> there, Set<String> part, Course course) {
        double hours = course.outline().hours();
        if (part.contains(account)) {
            return new Attendance(account, Result.PART, Math.max(0.25, Math.floor(hours * 2) / 4));
        }
        return there.contains(account)
                ? new Attendance(account, Result.ATTENDED, hours)
                : new Attendance(account, Result.ABSENT, 0);
    }

    /**
     * Somebody came without a booking; they are there.
     *
     * @throws Rejected (as a signal) if they are no carer for whom the course is, or stand in the register already
     */
    public Mono<TrainingSession> walkIn(String session, String person, String formKey, Viewer by) {
        return accounts.viewer(person)
                .flatMap(viewer -> inTurn(session, by, (now, course) -> {
                    if (!TrainingPolicy.mayBook(viewer)) {
                        return Mono.error(new Rejected(TrainingRefusal.NOT_FOR_THEM));
                    }
                    return store.expected(session)
                            .any(booking -> booking.isOf(person))
                            .flatMap(there -> there
                                    ? Mono.error(new Rejected(TrainingRefusal.BOOKED_ALREADY))
                                    : cameAnyway(now, course, person, formKey, by));
                }));
    }

    private Mono<Void> cameAnyway(TrainingSession session, Course course, String person, String formKey, Viewer by) {
        Booking booking = new Booking(
                Ids.next(),
                session.id(),
                session.course(),
                List.of(person),
                State.WALKED_IN,
                session.turn(),
                clock.instant(),
                by.id(),
                formKey,
                "",
                session.starts(),
                null,
                List.of(attendance(person, Set.of(person), Set.of(), course)));
        return store.sentBefore(session.id(), by.id(), formKey)
                .switchIfEmpty(Mono.defer(() -> store.insert(booking)))
                .then(records.attended(
                        person, session, course, true, course.outline().hours()));
    }

    private Mono<TrainingSession> inTurn(String id, Viewer by, Keeping keeping) {
        return turns.of(
                id,
                sessions.toRegister(id, by)
                        .flatMap(found -> transactions.run(sessions.take(id)
                                .flatMap(now -> !isOpen(now)
                                        ? Mono.error(new Rejected(TrainingRefusal.REGISTER_EARLY))
                                        : courses.byId()
                                                .mapNotNull(all -> all.get(now.course()))
                                                .flatMap(course -> keeping.keep(now, course))
                                                .then(sessions.held(now))))));
    }

    /** What is noted of a session. */
    @FunctionalInterface
    private interface Keeping {
        Mono<Void> keep(TrainingSession session, Course course);
    }
}
