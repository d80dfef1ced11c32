package hub.resources.training.courses.web;

import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.DateLines;
import hub.resources.training.courses.SessionPlan;
import hub.resources.training.courses.SessionWords;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Planning: the year, a new date, changing, opening, closing and cancelling one. */
@Controller
class PlanController {
    private static final String EDIT = "training/date-form";
    private static final int MONTHS = 6;
    private static final int MOST = 500;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.UK);

    private final Courses courses;
    private final Sessions sessions;
    private final Accounts accounts;
    private final DateLines lines;
    private final SessionWords words;
    private final Clock clock;

    PlanController(
            Courses courses, Sessions sessions, Accounts accounts, DateLines lines, SessionWords words, Clock clock) {
        this.courses = courses;
        this.sessions = sessions;
        this.accounts = accounts;
        this.lines = lines;
        this.words = words;
        this.clock = clock;
    }

    /** @param reason why it does not take place, for all to read */
    record CancelForm(
            @Text(
                    least = 3,
                    most = 300,
                    missing = "training.cancelDate.reason.missing",
                    message = "training.cancelDate.reason.long")
            String reason) {
        CancelForm {
            reason = InputText.clean(reason);
        }
    }

    @GetMapping("/training/planner")
    Mono<Rendering> planner(@RequestParam(defaultValue = "") String from, Viewer viewer) {
        YearMonth now = YearMonth.from(clock.instant().atZone(Times.LONDON));
        YearMonth first = month(from).orElse(now);
        return sessions.planned(begin(first), begin(first.plusMonths(MONTHS)), MOST, viewer)
                .collectList()
                .flatMap(found -> Flux.fromIterable(byMonth(found).entrySet())
                        .concatMap(month -> lines.of(month.getValue())
                                .map(dates -> new CoursePages.Month(MONTH.format(month.getKey()), dates)))
                        .collectList())
                .map(months -> Pages.show(
                        "training/planner",
                        new CoursePages.Planner(
                                months, planner(first.minusMonths(MONTHS)), planner(first.plusMonths(MONTHS)))));
    }

    private static String planner(YearMonth from) {
        return "/training/planner?from=" + from;
    }

    private static Map<YearMonth, List<TrainingSession>> byMonth(List<TrainingSession> sessions) {
        return sessions.stream()
                .collect(Collectors.groupingBy(
                        session -> YearMonth.from(session.starts().atZone(Times.LONDON)),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(Times.LONDON).toInstant();
    }

    private static Optional<YearMonth> month(String sent) {
        return sent.matches("20[0-9]{2}-(0[1-9]|1[0-2])") ? Optional.of(YearMonth.parse(sent)) : Optional.empty();
    }

    @GetMapping("/training/courses/{course}/dates/new")
    Mono<Rendering> blank(@PathVariable String course, Viewer viewer) {
        return courses.forStaff(course, viewer)
                .map(found -> Pages.show(EDIT, fresh(found), Form.of(SessionForm.blank())));
    }

    private static CoursePages.SessionEdit fresh(Course course) {
        return new CoursePages.SessionEdit(course.path() + "/dates/new", course, course.path(), true);
    }

    @PostMapping("/training/courses/{course}/dates/new")
    Mono<Rendering> add(@PathVariable String course, Form<SessionForm> form, Viewer viewer) {
        return courses.forStaff(course, viewer)
                .flatMap(found -> form.submit(
                        sent -> plan(sent, viewer)
                                .flatMap(plan -> sessions.add(course, plan, form.once(), viewer))
                                .map(added -> Pages.seeOther(added.path() + "?done=added")),
                        again -> Mono.just(Pages.show(EDIT, fresh(found), again))));
    }

    @GetMapping("/training/dates/{date}/edit")
    Mono<Rendering> edit(@PathVariable String date, Viewer viewer) {
        return toEdit(date, viewer)
                .map(found -> Pages.show(EDIT, found.page(), Form.of(SessionForm.of(found.session()))));
    }

    @PostMapping("/training/dates/{date}/edit")
    Mono<Rendering> change(@PathVariable String date, Form<SessionForm> form, Viewer viewer) {
        return toEdit(date, viewer)
                .flatMap(found -> form.submit(
                        sent -> plan(sent, viewer)
                                .flatMap(plan -> sessions.replan(date, plan, sent.seen(), form.once(), viewer))
                                .map(changed -> Pages.seeOther(changed.path() + "?done=changed")),
                        again -> Mono.just(Pages.show(EDIT, found.page(), again))));
    }

    private record Edited(TrainingSession session, CoursePages.SessionEdit page) {}

    private Mono<Edited> toEdit(String date, Viewer viewer) {
        return sessions.forStaff(date, viewer)
                .flatMap(session -> courses.forStaff(session.course(), viewer)
                        .map(course -> new Edited(
                                session,
                                new CoursePages.SessionEdit(session.path() + "/edit", course, session.path(), false))));
    }

    /** The trainer is known by name: whoever is called exactly so, if there is one such person. */
    private Mono<SessionPlan> plan(SessionForm sent, Viewer viewer) {
        return sent.trainer().isEmpty()
                ? Mono.just(sent.plan(null))
                : accounts.approvedNamed(sent.trainer(), 3, viewer)
                        .filter(person -> person.name().equalsIgnoreCase(sent.trainer()))
                        .map(PersonName::id)
                        .collectList()
                        .map(found -> sent.plan(found.size() == 1 ? found.getFirst() : null));
    }

    @PostMapping("/training/dates/{date}/open")
    Mono<Rendering> open(@PathVariable String date, Viewer viewer) {
        return sessions.open(date, viewer)
                .map(session -> Pages.seeOther(session.path() + "?done=opened"))
                .onErrorResume(Rejected.class, tooLate -> toWhatItIsNow(date));
    }

    @PostMapping("/training/dates/{date}/close")
    Mono<Rendering> close(@PathVariable String date, Viewer viewer) {
        return sessions.close(date, viewer)
                .map(session -> Pages.seeOther(session.path() + "?done=closed"))
                .onErrorResume(Rejected.class, tooLate -> toWhatItIsNow(date));
    }

    /** Somebody else was first, or it has begun: its page says so. */
    private static Mono<Rendering> toWhatItIsNow(String date) {
        return Mono.just(Pages.seeOther("/training/dates/" + date));
    }

    @GetMapping("/training/dates/{date}/call-off")
    Mono<Rendering> cancelling(@PathVariable String date, Viewer viewer) {
        return cancelPage(date, Form.of(new CancelForm("")), viewer);
    }

    @PostMapping("/training/dates/{date}/call-off")
    Mono<Rendering> cancel(@PathVariable String date, Form<CancelForm> form, Viewer viewer) {
        return sessions.forStaff(date, viewer)
                .flatMap(session -> form.submit(
                        sent -> sessions.cancel(date, sent.reason(), viewer)
                                .map(done -> Pages.seeOther(done.path() + "?done=cancelled")),
                        again -> cancelPage(date, again, viewer)));
    }

    private Mono<Rendering> cancelPage(String date, Form<CancelForm> form, Viewer viewer) {
        return sessions.forStaff(date, viewer)
                .flatMap(session -> courses.forStaff(session.course(), viewer)
                        .map(course -> Pages.show(
                                "training/call-off",
                                new CoursePages.Cancelling(
                                        session.id(),
                                        course.title(),
                                        words.when(session),
                                        session.taken() + session.waiting()),
                                form)));
    }
}
