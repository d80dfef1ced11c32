package hub.resources.training.booking.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.booking.Booking;
import hub.resources.training.booking.Bookings;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.SessionWords;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Who comes to a date: for whoever keeps its register; those who run training book and cancel for others here. */
@Controller
class AttendeesController {
    private static final Set<String> DONE = Set.of("added", "cancelled");

    private final Sessions sessions;
    private final Courses courses;
    private final Bookings bookings;
    private final Accounts accounts;
    private final PersonSearch search;
    private final SessionWords words;
    private final Clock clock;

    AttendeesController(
            Sessions sessions,
            Courses courses,
            Bookings bookings,
            Accounts accounts,
            PersonSearch search,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.courses = courses;
        this.bookings = bookings;
        this.accounts = accounts;
        this.search = search;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A booking.
     *
     * @param names of who comes
     * @param state the end of a message's key
     */
    record Line(String id, String names, String state, String needs) {}

    /**
     * @param found people of the name that was typed, to choose from; empty before
     * @param canBook whether the viewer books for others, and can still
     */
    record PeoplePage(
            TrainingSession session,
            String title,
            String when,
            List<Line> placed,
            List<Line> waiting,
            List<Choice> found,
            boolean canBook,
            @Nullable String done) {
        public List<String> fields() {
            return List.of("person");
        }
    }

    @GetMapping("/training/dates/{date}/people")
    Mono<Rendering> people(@PathVariable String date, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return sessions.toRegister(date, viewer)
                .flatMap(session -> page(session, Form.of(PersonForm.blank()), List.of(), done, viewer));
    }

    private Mono<Rendering> page(
            TrainingSession session, Form<PersonForm> form, List<Choice> found, String done, Viewer viewer) {
        boolean canBook = TrainingPolicy.manages(viewer)
                && (session.state() == TrainingSession.State.OPEN || session.state() == TrainingSession.State.CLOSED)
                && clock.instant().isBefore(session.starts());
        return Mono.zip(
                        courses.byId().mapNotNull(all -> all.get(session.course())),
                        bookings.standing(session, viewer).collectList())
                .flatMap(both -> names(both.getT2())
                        .map(names -> new PeoplePage(
                                session,
                                both.getT1().title(),
                                words.when(session),
                                lines(both.getT2(), names, true),
                                lines(both.getT2(), names, false),
                                found,
                                canBook,
                                DONE.contains(done) ? "training.people.done." + done : null)))
                .map(page -> Pages.show("training/people", page, form));
    }

    private Mono<Names> names(List<Booking> all) {
        return accounts.names(all.stream()
                .flatMap(booking -> booking.accounts().stream())
                .distinct()
                .toList());
    }

    private static List<Line> lines(List<Booking> all, Names names, boolean placed) {
        return all.stream()
                .filter(booking -> booking.holdsPlaces() == placed)
                .map(booking -> new Line(
                        booking.id(),
                        booking.accounts().stream()
                                .map(id -> names.of(id).name())
                                .collect(Collectors.joining(", ")),
                        booking.state().slug(),
                        booking.needs()))
                .toList();
    }

    @PostMapping("/training/dates/{date}/people/add")
    Mono<Rendering> add(@PathVariable String date, Form<PersonForm> form, Viewer viewer) {
        return sessions.forStaff(date, viewer)
                .flatMap(session -> form.submit(
                        sent -> search.found(sent, viewer)
                                .flatMap(found -> found.size() == 1
                                        ? bookings.bookFor(
                                                        date, found.getFirst().id(), sent.formKey(), viewer)
                                                .map(booking -> Pages.seeOther(session.path() + "/people?done=added"))
                                        : choose(session, form, found, viewer)),
                        again -> page(session, again, List.of(), "", viewer)));
    }

    private Mono<Rendering> choose(
            TrainingSession session, Form<PersonForm> form, List<PersonName> found, Viewer viewer) {
        return page(session, PersonSearch.again(form, found), PersonSearch.choices(found), "", viewer);
    }

    @PostMapping("/training/dates/{date}/people/{booking}/cancel")
    Mono<Rendering> cancel(@PathVariable String date, @PathVariable String booking, Viewer viewer) {
        return bookings.cancelFor(date, booking, viewer)
                .map(done -> Pages.seeOther("/training/dates/" + date + "/people?done=cancelled"))
                .onErrorResume(
                        Rejected.class, tooLate -> Mono.just(Pages.seeOther("/training/dates/" + date + "/people")));
    }
}
