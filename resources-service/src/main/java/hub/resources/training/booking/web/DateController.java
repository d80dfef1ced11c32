package hub.resources.training.booking.web;

import hub.platform.calendar.web.CalendarAnswers;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.resources.training.booking.Booking;
import hub.resources.training.booking.BookingCalendar;
import hub.resources.training.booking.Bookings;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A date of a course: what it is, and the viewer's own place on it. */
@Controller
class DateController {
    private final Sessions sessions;
    private final Bookings bookings;
    private final BookingCalendar calendar;
    private final DatePages pages;

    DateController(Sessions sessions, Bookings bookings, BookingCalendar calendar, DatePages pages) {
        this.sessions = sessions;
        this.bookings = bookings;
        this.calendar = calendar;
        this.pages = pages;
    }

    /** @param who "both" if whoever was to come with the viewer does not come either */
    record GiveUpForm(String who) {
        GiveUpForm {
            who = InputText.orEmpty(who);
        }
    }

    @GetMapping("/training/dates/{date}")
    Mono<Rendering> date(@PathVariable String date, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return sessions.find(date, viewer).flatMap(session -> page(session, done, Form.of(BookForm.blank()), viewer));
    }

    private Mono<Rendering> page(TrainingSession session, String done, Form<BookForm> form, Viewer viewer) {
        return pages.of(session, done, viewer).map(page -> Pages.show("training/date", page, form));
    }

    private Mono<Rendering> refused(String date, Form<BookForm> form, Viewer viewer) {
        return sessions.find(date, viewer).flatMap(session -> page(session, "", form, viewer));
    }

    @PostMapping("/training/dates/{date}/book")
    Mono<Rendering> book(@PathVariable String date, Form<BookForm> form, Viewer viewer) {
        return sessions.find(date, viewer)
                .flatMap(session -> form.submit(
                        sent -> bookings.book(date, sent.ask(viewer.id()), viewer)
                                .map(booking -> Pages.seeOther(session.path()
                                        + (booking.state() == Booking.State.BOOKED
                                                ? "?done=booked"
                                                : "?done=waiting"))),
                        again -> refused(date, again, viewer)));
    }

    @PostMapping("/training/dates/{date}/accept")
    Mono<Rendering> accept(@PathVariable String date, Viewer viewer) {
        return bookings.accept(date, viewer)
                .map(booking -> Pages.seeOther("/training/dates/" + date + "?done=accepted"))
                .onErrorResume(Rejected.class, refusal -> refused(date, refusal, viewer));
    }

    @PostMapping("/training/dates/{date}/give-up")
    Mono<Rendering> giveUp(@PathVariable String date, Form<GiveUpForm> form, Viewer viewer) {
        return bookings.cancel(date, form.value().who().equals("both"), viewer)
                .map(booking -> Pages.seeOther("/training/dates/" + date + "?done=given-up"))
                .onErrorResume(Rejected.class, refusal -> refused(date, refusal, viewer));
    }

    private Mono<Rendering> refused(String date, Rejected refusal, Viewer viewer) {
        return refused(date, Form.of(BookForm.blank()).refused(refusal), viewer);
    }

    @GetMapping("/training/dates/{date}/calendar.ics")
    Mono<ResponseEntity<byte[]>> calendar(@PathVariable String date, Viewer viewer, ServerWebExchange exchange) {
        return calendar.first(date, viewer)
                .map(entry -> CalendarAnswers.single(entry, "training.ics", exchange))
                .switchIfEmpty(Mono.error(NotFound::new));
    }
}
