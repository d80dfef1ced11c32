package hub.resources.training.booking.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.resources.training.booking.Booking;
import hub.resources.training.booking.Bookings;
import hub.resources.training.courses.DateLine;
import hub.resources.training.courses.DateLines;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The viewer's own bookings. */
@Controller
class OwnBookingsController {
    private static final Duration BACK = Duration.ofDays(730);
    private static final Duration AHEAD = Duration.ofDays(730);

    private final Bookings bookings;
    private final Sessions sessions;
    private final DateLines lines;
    private final Clock clock;

    OwnBookingsController(Bookings bookings, Sessions sessions, DateLines lines, Clock clock) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.lines = lines;
        this.clock = clock;
    }

    /** @param state the end of a message's key */
    record Line(DateLine date, String state) {}

    /**
     * @param coming the soonest first
     * @param past the latest first
     */
    record OwnPage(List<Line> coming, List<Line> past) {}

    @GetMapping("/training/bookings")
    Mono<Rendering> own(Viewer viewer) {
        viewer.id();
        Instant now = clock.instant();
        return lines(now.minus(Duration.ofDays(90)), now.plus(AHEAD), viewer)
                .zipWith(lines(now.minus(BACK), now, viewer))
                .map(both -> Pages.show(
                        "training/bookings",
                        new OwnPage(
                                both.getT1().stream()
                                        .filter(line -> !line.session().over(now))
                                        .map(Shown::line)
                                        .toList(),
                                both.getT2().reversed().stream()
                                        .filter(line -> line.session().over(now))
                                        .map(Shown::line)
                                        .toList())));
    }

    private record Shown(TrainingSession session, Line line) {}

    private Mono<List<Shown>> lines(Instant from, Instant to, Viewer viewer) {
        return bookings.own(from, to, viewer)
                .filter(booking -> booking.state() != Booking.State.CANCELLED)
                .collectList()
                .flatMap(own -> sessions.booked(
                                own.stream().map(Booking::session).distinct().toList())
                        .collectMap(TrainingSession::id)
                        .flatMap(known -> Flux.fromIterable(own)
                                .filter(booking -> known.containsKey(booking.session()))
                                .concatMap(booking -> shown(booking, known, viewer))
                                .collectList()));
    }

    private Mono<Shown> shown(Booking booking, Map<String, TrainingSession> known, Viewer viewer) {
        TrainingSession session = Objects.requireNonNull(known.get(booking.session()));
        String state = booking.attendanceOf(viewer.id())
                .map(attendance -> attendance.result().slug())
                .orElse(booking.state().slug());
        return lines.of(List.of(session))
                .flatMapIterable(all -> all)
                .next()
                .map(line -> new Shown(session, new Line(line, state)));
    }
}
