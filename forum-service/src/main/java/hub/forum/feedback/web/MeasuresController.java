package hub.forum.feedback.web;

import hub.forum.feedback.FeedbackPolicy;
import hub.forum.feedback.results.Measures;
import hub.forum.feedback.results.Measures.AimMeasure;
import hub.platform.figures.BarChart;
import hub.platform.figures.Figure;
import hub.platform.figures.FigureTable;
import hub.platform.figures.web.CsvAnswer;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Measures by the aims of peer support: for staff, for everybody, as a file, and as a report to print. */
@Controller
class MeasuresController {
    private final Measures measures;
    private final RoundPages pages;
    private final Clock clock;

    MeasuresController(Measures measures, RoundPages pages, Clock clock) {
        this.measures = measures;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param figures one for each aim that was asked about, and one for what people said after meetings; {@code quotes} with consent */
    record MeasuresPage(
            List<Figure> figures,
            List<RoundSummary> rounds,
            List<String> quotes,
            String day,
            @Nullable String back) {}

    /** @param answered in a sentence */
    record RoundSummary(String title, String when, String scheme, String answered, List<RoundPages.Result> results) {}

    @GetMapping("/feedback/measures")
    Mono<Rendering> measures(Viewer viewer) {
        return FeedbackPolicy.asReadingMeasures(viewer)
                .then(page("/feedback"))
                .map(page -> Pages.show("feedback/measures", page));
    }

    @GetMapping("/feedback/told-us")
    Mono<Rendering> toldUs() {
        return page(null).map(page -> Pages.show("feedback/told-us", page));
    }

    @GetMapping("/feedback/report")
    Mono<Rendering> report(Viewer viewer) {
        return FeedbackPolicy.asReadingMeasures(viewer)
                .then(page("/feedback/measures"))
                .map(page -> Pages.show("feedback/report", page));
    }

    /** The same numbers as on the page, from the same tables. */
    @GetMapping("/feedback/measures.csv")
    Mono<ResponseEntity<byte[]>> csv(Viewer viewer) {
        return FeedbackPolicy.asReadingMeasures(viewer)
                .then(Mono.zip(measures.all(), measures.afterMeetings()))
                .map(both -> {
                    List<List<Object>> lines = new ArrayList<>();
                    both.getT1().aims().forEach(aim -> {
                        lines.add(List.of(aimName(aim)));
                        lines.addAll(aim.table()
                                .lines(pages.say("feedback.measures.corner"), pages.say("parts.figures.withheld")));
                    });
                    lines.add(List.of(pages.say("feedback.prompts")));
                    lines.addAll(both.getT2()
                            .lines(pages.say("feedback.prompts.corner"), pages.say("parts.figures.withheld")));
                    return CsvAnswer.of("feedback measures " + today(), lines);
                });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON);
    }

    private Mono<MeasuresPage> page(@Nullable String back) {
        return Mono.zip(measures.all(), measures.afterMeetings()).map(both -> page(both.getT1(), both.getT2(), back));
    }

    private MeasuresPage page(Measures.All all, FigureTable meetings, @Nullable String back) {
        List<Figure> figures =
                new ArrayList<>(all.aims().stream().map(this::figure).toList());
        if (!meetings.rows().isEmpty()) {
            figures.add(afterMeetings(meetings));
        }
        return new MeasuresPage(
                figures,
                all.rounds().stream()
                        .map(one -> new RoundSummary(
                                one.round().title(),
                                pages.when(one.round()),
                                pages.scheme(one.round()),
                                pages.answered(one),
                                pages.results(one)))
                        .toList(),
                all.rounds().stream()
                        .flatMap(one -> one.questions().stream())
                        .flatMap(one -> one.quotes().stream())
                        .toList(),
                Times.inFull(today()),
                back);
    }

    private Figure afterMeetings(FigureTable table) {
        return new Figure(
                "figure-meetings",
                pages.say("feedback.prompts"),
                pages.say("feedback.prompts.about"),
                BarChart.of(table),
                pages.say("feedback.prompts.corner"),
                table);
    }

    private String aimName(AimMeasure aim) {
        return pages.say("feedback.aim." + aim.slug());
    }

    private Figure figure(AimMeasure aim) {
        return new Figure(
                "figure-" + aim.slug(),
                aimName(aim),
                pages.say("feedback.measures.about"),
                BarChart.of(aim.table()),
                pages.say("feedback.measures.corner"),
                aim.table());
    }
}
