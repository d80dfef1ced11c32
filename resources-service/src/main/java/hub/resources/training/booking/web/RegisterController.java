package hub.resources.training.booking.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.resources.training.booking.Booking;
import hub.resources.training.booking.Registers;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.SessionWords;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The register: ticked on a phone at the door, or printed and signed. */
@Controller
class RegisterController {
    private static final Set<String> DONE = Set.of("kept", "walked-in");

    private final Sessions sessions;
    private final Courses courses;
    private final Registers registers;
    private final Accounts accounts;
    private final PersonSearch search;
    private final SessionWords words;

    RegisterController(
            Sessions sessions,
            Courses courses,
            Registers registers,
            Accounts accounts,
            PersonSearch search,
            SessionWords words) {
        this.sessions = sessions;
        this.courses = courses;
        this.registers = registers;
        this.accounts = accounts;
        this.search = search;
        this.words = words;
    }

    /**
     * @param there accounts of those who were there
     * @param part accounts of those who were there for a part
     */
    record RegisterForm(Set<String> there, Set<String> part) {
        RegisterForm {
            there = there == null ? Set.of() : Set.copyOf(there);
            part = part == null ? Set.of() : Set.copyOf(part);
        }
    }

    /** A person in the register. */
    record Line(String account, String name, boolean there, boolean part, String needs) {}

    /**
     * @param open whether it can be kept now
     * @param found people of the name that was typed, to choose from; empty before
     */
    record RegisterPage(
            TrainingSession session,
            String title,
            String when,
            List<Line> lines,
            boolean open,
            List<Choice> found,
            @Nullable String done) {
        public List<String> fields() {
            return List.of("person");
        }
    }

    @GetMapping("/training/dates/{date}/register")
    Mono<Rendering> register(@PathVariable String date, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return sessions.toRegister(date, viewer)
                .flatMap(session -> page(session, Form.of(PersonForm.blank()), List.of(), done, viewer));
    }

    /** To be printed and signed. */
    @GetMapping("/training/dates/{date}/sheet")
    Mono<Rendering> sheet(@PathVariable String date, Viewer viewer) {
        return sessions.toRegister(date, viewer)
                .flatMap(session -> content(session, List.of(), "", viewer))
                .map(page -> Pages.show("training/sheet", page));
    }

    private Mono<Rendering> page(
            TrainingSession session, Form<PersonForm> form, List<Choice> found, String done, Viewer viewer) {
        return content(session, found, done, viewer).map(page -> Pages.show("training/register", page, form));
    }

    private Mono<RegisterPage> content(TrainingSession session, List<Choice> found, String done, Viewer viewer) {
        return Mono.zip(
                        courses.byId().mapNotNull(all -> all.get(session.course())),
                        registers.expected(session, viewer).collectList())
                .flatMap(both -> accounts.names(both.getT2().stream()
                                .flatMap(booking -> booking.accounts().stream())
                                .toList())
                        .map(names -> new RegisterPage(
                                session,
                                both.getT1().title(),
                                words.when(session),
                                lines(both.getT2(), names),
                                registers.isOpen(session),
                                found,
                                DONE.contains(done) ? "training.register.done." + done : null)));
    }

    private static List<Line> lines(List<Booking> expected, Names names) {
        return expected.stream()
                .flatMap(booking -> booking.accounts().stream().map(account -> line(booking, account, names)))
                .sorted(Comparator.comparing(Line::name).thenComparing(Line::account))
                .toList();
    }

    private static Line line(Booking booking, String account, Names names) {
        Booking.Result result =
                booking.attendanceOf(account).map(Booking.Attendance::result).orElse(Booking.Result.ABSENT);
        return new Line(
                account,
                names.of(account).name(),
                result == Booking.Result.ATTENDED,
                result == Booking.Result.PART,
                booking.needs());
    }

    @PostMapping("/training/dates/{date}/register")
    Mono<Rendering> keep(@PathVariable String date, Form<RegisterForm> form, Viewer viewer) {
        return registers
                .keep(date, form.value().there(), form.value().part(), viewer)
                .map(session -> Pages.seeOther(session.path() + "/register?done=kept"))
                .onErrorResume(
                        Rejected.class,
                        early -> sessions.toRegister(date, viewer)
                                .flatMap(session -> page(
                                        session, Form.of(PersonForm.blank()).refused(early), List.of(), "", viewer)));
    }

    @PostMapping("/training/dates/{date}/walk-in")
    Mono<Rendering> walkIn(@PathVariable String date, Form<PersonForm> form, Viewer viewer) {
        return sessions.toRegister(date, viewer)
                .flatMap(session -> form.submit(
                        sent -> search.found(sent, viewer)
                                .flatMap(found -> found.size() == 1
                                        ? registers
                                                .walkIn(date, found.getFirst().id(), sent.formKey(), viewer)
                                                .map(kept -> Pages.seeOther(kept.path() + "/register?done=walked-in"))
                                        : choose(session, form, found, viewer)),
                        again -> page(session, again, List.of(), "", viewer)));
    }

    private Mono<Rendering> choose(
            TrainingSession session, Form<PersonForm> form, List<PersonName> found, Viewer viewer) {
        return page(session, PersonSearch.again(form, found), PersonSearch.choices(found), "", viewer);
    }
}
