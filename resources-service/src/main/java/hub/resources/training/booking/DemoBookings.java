package hub.resources.training.booking;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.resources.audiences.Audience;
import hub.resources.training.booking.Booking.Attendance;
import hub.resources.training.booking.Booking.Result;
import hub.resources.training.booking.Booking.State;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import hub.resources.training.record.CarerRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who came and who comes to the dates of the demo: most of those who booked were there, some for a part, a few were not. */
@Component
@Order(DemoContent.SCHEMES + 1)
class DemoBookings implements DemoContent {
    private static final Duration BACK = Duration.ofDays(400);
    private static final Duration AHEAD = Duration.ofDays(250);

    private final DemoFiles files;
    private final Sessions sessions;
    private final Courses courses;
    private final BookingStore store;
    private final CarerRecords records;

    DemoBookings(DemoFiles files, Sessions sessions, Courses courses, BookingStore store, CarerRecords records) {
        this.files = files;
        this.sessions = sessions;
        this.courses = courses;
        this.store = store;
        this.records = records;
    }

    @Override
    public String name() {
        return "training-bookings";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        Instant now = clock.firstStart();
        List<DemoEntry> people = files.entries("people.yml");
        return courses.byId()
                .flatMapMany(known -> sessions.brought(now.minus(BACK), now.plus(AHEAD))
                        .filter(session -> known.containsKey(session.course()))
                        .concatMap(session -> book(
                                session,
                                Objects.requireNonNull(known.get(session.course())),
                                who(session, people),
                                now)))
                .then();
    }

    private Mono<Void> book(TrainingSession session, Course course, List<String> who, Instant now) {
        PlaceQueue queue = new PlaceQueue(session.plan().capacity(), session.starts(), List.of());
        boolean held = session.state() == TrainingSession.State.HELD;
        List<Booking> bookings = new ArrayList<>();
        for (int number = 0; number < who.size(); number++) {
            Booking joined = queue.join(asked(session, who.get(number), number, now));
            bookings.add(
                    held && joined.state() == State.BOOKED
                            ? joined.attended(was(joined, course.outline().hours()))
                            : joined);
        }
        return Flux.fromIterable(bookings)
                .concatMap(store::save)
                .concatMap(booking -> learned(booking, session, course))
                .then(sessions.count(session, queue.taken(), queue.waiting()))
                .then();
    }

    private Mono<Void> learned(Booking booking, TrainingSession session, Course course) {
        return Flux.fromIterable(booking.attendance())
                .concatMap(one ->
                        records.attended(one.account(), session, course, one.result() == Result.ATTENDED, one.hours()))
                .then();
    }

    private static Booking asked(TrainingSession session, String person, int number, Instant now) {
        Instant before = session.starts().minus(Duration.ofDays(30)).plusSeconds(3_600L * number);
        String key = "demo:" + session.id() + ":" + person;
        return new Booking(
                Ids.of(key),
                session.id(),
                session.course(),
                List.of(person),
                State.WAITING,
                number + 1L,
                before.isBefore(now) ? before : now.minusSeconds(3_600L * (number + 1)),
                person,
                key,
                "",
                session.starts(),
                null,
                List.of());
    }

    private static Attendance was(Booking booking, double hours) {
        String person = booking.accounts().getFirst();
        return switch (Math.floorMod(booking.id().hashCode(), 12)) {
            case 0 -> new Attendance(person, Result.ABSENT, 0);
            case 1 -> new Attendance(person, Result.PART, Math.floor(hours * 2) / 4);
            default -> new Attendance(person, Result.ATTENDED, hours);
        };
    }

    /** The same ones each time, fewer the further off it is. */
    private static List<String> who(TrainingSession session, List<DemoEntry> people) {
        String role = session.audience() == Audience.KINSHIP ? "kinship-carer" : "carer";
        int share = session.state() == TrainingSession.State.HELD ? 3 : 5;
        return people.stream()
                .filter(person -> person.texts("roles").contains(role)
                        && person.text("approval").equals("approved"))
                .map(person -> person.text("id"))
                .filter(id -> Math.floorMod((session.id() + id).hashCode(), share) == 0)
                .toList();
    }
}
