package hub.resources.training.courses;

import hub.platform.content.Content.ContentMistake;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import hub.resources.audiences.Audience;
import hub.resources.training.courses.SessionPlan.Day;
import hub.resources.training.courses.TrainingSession.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Courses of the demo with a year of dates behind them and half a year before them, so that training is alive from the first start. */
@Component
@Order(DemoContent.SCHEMES)
class DemoCourses implements DemoContent {
    private static final String TEAM = "helen-marsh";

    private static final List<String> VENUES = List.of(
            "Larkhill Family Hub",
            "Millbrook Family Hub",
            "Town Hall, committee room 2",
            "Larkhill Family Hub",
            "Ashgrove Library, upstairs room");

    private static final List<String> TRAINERS =
            List.of("Helen Marsh", "Marion Whitlock", "Priya Nair", "Gwen Hughes", "Owen Parry");

    private final DemoFiles files;
    private final CourseStore courses;
    private final TrainingSessionStore sessions;

    DemoCourses(DemoFiles files, CourseStore courses, TrainingSessionStore sessions) {
        this.files = files;
        this.courses = courses;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "training-courses";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("courses/courses.yml"))
                .concatMap(entry -> courses.insertOrFind(course(entry, clock))
                        .flatMapMany(course -> Flux.fromIterable(sessions(course, entry.entry("dates"), clock)))
                        .concatMap(sessions::insertOrFind))
                .then();
    }

    private static Course course(DemoEntry entry, DemoClock clock) {
        int months = entry.number("validMonths");
        String slug = entry.text("slug");
        Outline outline = new Outline(
                entry.text("title"),
                entry.text("purpose"),
                Slug.find(Audience.class, entry.text("audience")).orElseThrow(() -> mistake(slug)),
                Slug.find(Mandatory.class, entry.text("mandatory")).orElseThrow(() -> mistake(slug)),
                entry.values().get("hours") instanceof Number hours ? hours.doubleValue() : 1,
                entry.texts("standards").stream().map(Integer::valueOf).toList(),
                months == 0 ? null : months,
                entry.text("prerequisites"),
                entry.text("materials"),
                entry.text("provider"));
        Change added = new Change(TEAM, clock.ago(Duration.ofDays(400)), "demo:course:" + slug);
        return Course.fresh(Ids.of("demo:course:" + slug), outline, added);
    }

    private static ContentMistake mistake(String slug) {
        return new ContentMistake("content/demo/courses/courses.yml", 1, slug + " is not complete");
    }

    private static List<TrainingSession> sessions(Course course, DemoEntry dates, DemoClock clock) {
        return IntStream.range(0, dates.number("times"))
                .mapToObj(number -> session(course, dates, number, clock))
                .toList();
    }

    private static TrainingSession session(Course course, DemoEntry dates, int number, DemoClock clock) {
        LocalDate day = weekday(clock.today().plusDays(dates.number("first") + (long) number * dates.number("every")));
        Instant starts = day.atTime(LocalTime.parse(dates.text("at")))
                .atZone(Times.LONDON)
                .toInstant();
        Instant ends = starts.plus(Duration.ofMinutes(dates.number("minutes")));
        String key = course.formKey() + ":" + number;
        int turn = Math.floorMod(key.hashCode(), VENUES.size());
        SessionPlan plan = new SessionPlan(
                List.of(new Day(starts, ends)),
                VENUES.get(turn),
                "Yes, level from the car park. There is a hearing loop.",
                turn % 2 == 0 ? "There is a crèche for under-fives. Ask when you book." : "",
                "Claim 45p a mile with your next claim form, or show your bus ticket.",
                "",
                course.outline().provider().isEmpty()
                        ? TRAINERS.get(turn)
                        : course.outline().provider(),
                null,
                dates.number("places"),
                starts.minus(Duration.ofDays(1)));
        Change planned = new Change(TEAM, starts.minus(Duration.ofDays(120)), key);
        TrainingSession draft = TrainingSession.draft(Ids.of(key), course, plan, planned);
        return draft.as(ends.isBefore(clock.firstStart()) ? State.HELD : State.OPEN);
    }

    /** Nobody comes on a Sunday. */
    private static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
