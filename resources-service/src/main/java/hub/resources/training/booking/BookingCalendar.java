package hub.resources.training.booking;

import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.CalendarSource;
import hub.platform.calendar.WallTime;
import hub.platform.identity.Viewer;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.SessionPlan.Day;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The training that somebody has a place on, in their own calendar, each day of it. What was called off is told, as calendars may still show it. */
@Component
public class BookingCalendar implements CalendarSource {
    /** Addresses of entries begin so; those of notices begin otherwise. */
    public static final String UID = "booked-training-";

    /** A later day of a session may fall into what is asked for though its first does not. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Bookings bookings;
    private final Sessions sessions;
    private final Courses courses;

    BookingCalendar(Bookings bookings, Sessions sessions, Courses courses) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.courses = courses;
    }

    @Override
    public Flux<CalendarEntry> entries(Viewer viewer, Instant from, Instant to) {
        return bookings.own(from.minus(LONGEST), to, viewer)
                .filter(booking ->
                        booking.state() == Booking.State.BOOKED || booking.state() == Booking.State.CALLED_OFF)
                .map(Booking::session)
                .distinct()
                .collectList()
                .flatMapMany(this::entries)
                .filter(entry -> !entry.starts().instant().isBefore(from)
                        && entry.starts().instant().isBefore(to));
    }

    private Flux<CalendarEntry> entries(List<String> ids) {
        return courses.byId()
                .flatMapMany(known -> sessions.booked(ids).flatMapIterable(session -> entries(session, known)));
    }

    private static List<CalendarEntry> entries(TrainingSession session, Map<String, Course> known) {
        Course course = known.get(session.course());
        return course == null ? List.of() : entries(session, course).toList();
    }

    /** One entry for each day. */
    public static Stream<CalendarEntry> entries(TrainingSession session, Course course) {
        List<Day> days = session.plan().days();
        return IntStream.range(0, days.size()).mapToObj(number -> entry(session, course, number, days.get(number)));
    }

    private static CalendarEntry entry(TrainingSession session, Course course, int number, Day day) {
        return new CalendarEntry(
                UID + session.id() + "-" + number + "@hearth",
                (int) Math.min(session.version(), Integer.MAX_VALUE),
                session.changed().at(),
                WallTime.at(day.starts()),
                WallTime.at(day.ends()),
                course.title(),
                course.outline().purpose(),
                session.plan().venue(),
                session.path(),
                session.state() == TrainingSession.State.CANCELLED);
    }

    /** The dates of one session; empty if the viewer may not know of it. */
    public Mono<CalendarEntry> first(String session, Viewer viewer) {
        return sessions.find(session, viewer)
                .filter(TrainingSession::stands)
                .flatMap(found -> courses.byId()
                        .mapNotNull(known -> known.get(found.course()))
                        .map(course ->
                                entry(found, course, 0, found.plan().days().getFirst())));
    }
}
