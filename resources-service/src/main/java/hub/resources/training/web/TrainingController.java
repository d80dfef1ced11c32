package hub.resources.training.web;

import hub.platform.calendar.web.CalendarAnswers;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.resources.publishing.Position;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications;
import hub.resources.publishing.State;
import hub.resources.publishing.TrainingFacts;
import hub.resources.standards.TsdStandards;
import hub.resources.training.TrainingCalendar;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.courses.DateLine;
import hub.resources.training.courses.DateLines;
import hub.resources.training.courses.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Training that is still to come, and the notice of each session. */
@Controller
class TrainingController {
    private static final int PAGE = 20;

    /** Dates to book on the first page; the rest has a page of its own. */
    private static final int SOONEST = 5;

    private final Publications publications;
    private final PublicationWords words;
    private final TsdStandards standards;
    private final TrainingCalendar calendar;
    private final Sessions sessions;
    private final DateLines dateLines;
    private final Clock clock;

    TrainingController(
            Publications publications,
            PublicationWords words,
            TsdStandards standards,
            TrainingCalendar calendar,
            Sessions sessions,
            DateLines dateLines,
            Clock clock) {
        this.publications = publications;
        this.calendar = calendar;
        this.sessions = sessions;
        this.dateLines = dateLines;
        this.words = words;
        this.standards = standards;
        this.clock = clock;
    }

    @GetMapping("/training")
    Mono<Rendering> list(@RequestParam(defaultValue = "") String after, Viewer viewer) {
        Mono<List<DateLine>> dates = after.isEmpty() ? soonest(viewer) : Mono.just(List.of());
        return publications
                .upcoming(Position.of(after), PAGE + 1, viewer)
                .collectList()
                .flatMap(found -> words.lines(found.subList(0, Math.min(PAGE, found.size())), viewer)
                        .zipWith(
                                dates,
                                (lines, soonest) -> new ListPage(
                                        soonest,
                                        lines,
                                        after.isEmpty() ? null : "/training",
                                        later(found),
                                        TrainingPolicy.manages(viewer),
                                        TrainingPolicy.mayBook(viewer))))
                .map(page -> Pages.show("training/list", page));
    }

    private Mono<List<DateLine>> soonest(Viewer viewer) {
        return sessions.coming(null, Optional.empty(), SOONEST, viewer)
                .collectList()
                .flatMap(dateLines::of);
    }

    @GetMapping({"/training/{id:[0-9a-z]{12}}", "/training/{id:[0-9a-z]{12}}/{slug}"})
    Mono<Rendering> notice(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer) {
        return publications
                .find(id, viewer)
                .flatMap(found -> found.kind().section().equals("/training")
                                && found.slug().equals(slug)
                        ? notice(found, done, viewer)
                        : Mono.just(Rendering.redirectTo(found.path()).build()));
    }

    /** The date for the reader's own calendar. */
    @GetMapping("/training/{id:[0-9a-z]{12}}/calendar.ics")
    Mono<ResponseEntity<byte[]>> calendar(@PathVariable String id, Viewer viewer, ServerWebExchange exchange) {
        return calendar.entry(id, viewer)
                .map(entry -> CalendarAnswers.single(entry, "training.ics", exchange))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private Mono<Rendering> notice(Publication item, String done, Viewer viewer) {
        TrainingFacts facts = item.facts();
        return publications
                .readBy(viewer, List.of(item))
                .map(read -> new NoticePage(
                        item,
                        facts,
                        words.date(facts),
                        words.hoursOfDay(facts),
                        words.twice(facts),
                        viewer.staffEditor() ? words.bankHoliday(facts) : "",
                        facts.hours() == null ? null : PublicationWords.hours(facts.hours()),
                        Phones.in(facts.book()),
                        standards.named(facts.standards()),
                        facts.over(clock.instant()),
                        item.state() == State.PUBLISHED ? "/training/" + item.id() + "/calendar.ics" : null,
                        words.updated(item),
                        words.readBy(item, viewer),
                        read.contains(item.id()),
                        PublicationWords.done(done, viewer)))
                .map(page -> Pages.show("training/notice", page));
    }

    private static @Nullable String later(List<Publication> found) {
        if (found.size() <= PAGE) {
            return null;
        }
        Publication last = found.get(PAGE - 1);
        return "/training?after="
                + new Position(Objects.requireNonNull(last.facts().starts()), last.id());
    }
}
