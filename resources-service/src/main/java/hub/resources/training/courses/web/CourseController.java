package hub.resources.training.courses.web;

import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.resources.publishing.Position;
import hub.resources.publishing.PublicationWords;
import hub.resources.standards.TsdStandards;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.DateLine;
import hub.resources.training.courses.DateLines;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What is taught, and the dates that are to come. */
@Controller
class CourseController {
    private static final int PAGE = 20;
    private static final int MOST_PAST = 30;
    private static final String EDIT = "training/course-form";
    private static final Set<String> DONE = Set.of("added", "changed", "retired");

    private final Courses courses;
    private final Sessions sessions;
    private final DateLines lines;
    private final TsdStandards standards;
    private final CourseChoices choices;

    CourseController(
            Courses courses, Sessions sessions, DateLines lines, TsdStandards standards, CourseChoices choices) {
        this.courses = courses;
        this.sessions = sessions;
        this.lines = lines;
        this.standards = standards;
        this.choices = choices;
    }

    @GetMapping("/training/dates")
    Mono<Rendering> dates(@RequestParam(defaultValue = "") String after, Viewer viewer) {
        return sessions.coming(null, Position.of(after), PAGE + 1, viewer)
                .collectList()
                .flatMap(found -> lines.of(found.subList(0, Math.min(PAGE, found.size())))
                        .map(dates -> new CoursePages.DateList(
                                dates,
                                after.isEmpty() ? null : "/training/dates",
                                later(found),
                                TrainingPolicy.manages(viewer))))
                .map(page -> Pages.show("training/dates", page));
    }

    private static @Nullable String later(List<TrainingSession> found) {
        if (found.size() <= PAGE) {
            return null;
        }
        TrainingSession last = found.get(PAGE - 1);
        return "/training/dates?after=" + new Position(last.starts(), last.id());
    }

    @GetMapping("/training/courses")
    Mono<Rendering> list(Viewer viewer) {
        return courses.list(viewer)
                .map(CoursePages.Line::of)
                .collectList()
                .map(all -> Pages.show(
                        "training/courses", new CoursePages.CourseList(all, TrainingPolicy.manages(viewer))));
    }

    @GetMapping("/training/courses/{course}")
    Mono<Rendering> course(@PathVariable String course, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        boolean manages = TrainingPolicy.manages(viewer);
        return courses.find(course, viewer)
                .flatMap(found -> Mono.zip(
                                coming(found, viewer), manages ? past(found, viewer) : Mono.just(List.<DateLine>of()))
                        .map(dates -> new CoursePages.CoursePage(
                                found,
                                PublicationWords.hours(found.outline().hours()),
                                standards.named(found.outline().standards()),
                                dates.getT1(),
                                dates.getT2(),
                                manages,
                                manages && DONE.contains(done) ? "training.course.done." + done : null)))
                .map(page -> Pages.show("training/course", page));
    }

    private Mono<List<DateLine>> coming(Course course, Viewer viewer) {
        return sessions.coming(course.id(), Optional.empty(), PAGE, viewer)
                .collectList()
                .flatMap(lines::of);
    }

    private Mono<List<DateLine>> past(Course course, Viewer viewer) {
        return sessions.ofCourse(course.id(), MOST_PAST, viewer).collectList().flatMap(lines::of);
    }

    @GetMapping("/training/courses/new")
    Mono<Rendering> blank(Viewer viewer) {
        return TrainingPolicy.asManager(viewer)
                .then(Mono.fromSupplier(() ->
                        Pages.show(EDIT, choices.edit("/training/courses/new", null), Form.of(CourseForm.blank()))));
    }

    @PostMapping("/training/courses/new")
    Mono<Rendering> add(Form<CourseForm> form, Viewer viewer) {
        return TrainingPolicy.asManager(viewer)
                .then(form.submit(
                        sent -> courses.add(sent.outline(standards.all()), form.once(), viewer)
                                .map(added -> Pages.seeOther(added.path() + "?done=added")),
                        again -> Mono.just(Pages.show(EDIT, choices.edit("/training/courses/new", null), again))));
    }

    @GetMapping("/training/courses/{course}/edit")
    Mono<Rendering> edit(@PathVariable String course, Viewer viewer) {
        return courses.forStaff(course, viewer)
                .map(found ->
                        Pages.show(EDIT, choices.edit(found.path() + "/edit", found), Form.of(CourseForm.of(found))));
    }

    @PostMapping("/training/courses/{course}/edit")
    Mono<Rendering> change(@PathVariable String course, Form<CourseForm> form, Viewer viewer) {
        return courses.forStaff(course, viewer)
                .flatMap(found -> form.submit(
                        sent -> courses.describe(
                                        course, sent.outline(standards.all()), sent.seen(), form.once(), viewer)
                                .map(changed -> Pages.seeOther(changed.path() + "?done=changed")),
                        again -> Mono.just(Pages.show(EDIT, choices.edit(found.path() + "/edit", found), again))));
    }

    @PostMapping("/training/courses/{course}/retire")
    Mono<Rendering> retire(@PathVariable String course, Viewer viewer) {
        return courses.retire(course, viewer).map(retired -> Pages.seeOther(retired.path() + "?done=retired"));
    }
}
