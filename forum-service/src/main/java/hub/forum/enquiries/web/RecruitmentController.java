package hub.forum.enquiries.web;

import hub.forum.enquiries.RecruitmentFigures;
import hub.platform.figures.BarChart;
import hub.platform.figures.Drawing;
import hub.platform.figures.Figure;
import hub.platform.figures.FigureTable;
import hub.platform.figures.web.CsvAnswer;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Figures of recruitment, drawn and as a file, for the recruitment officers. */
@Controller
class RecruitmentController {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private final RecruitmentFigures figures;
    private final EnquiryWords words;

    RecruitmentController(RecruitmentFigures figures, EnquiryWords words) {
        this.figures = figures;
        this.words = words;
    }

    /** @param from the first month, such as "December 2025"; to: the last */
    record FiguresPage(String from, String to, List<Figure> figures) {}

    @GetMapping("/enquiries/figures")
    Mono<Rendering> figures(Viewer viewer) {
        return figures.lastYear(viewer)
                .map(year -> Pages.show(
                        "enquiries/figures",
                        new FiguresPage(
                                say(year.from()),
                                say(year.to()),
                                List.of(
                                        figure("steps", BarChart.of(all(year.steps())), year.steps()),
                                        figure("days", BarChart.of(year.days()), year.days()),
                                        figure("answers", BarChart.of(year.answers()), year.answers()),
                                        figure("contacts", BarChart.of(year.contacts()), year.contacts())))));
    }

    private static String say(YearMonth month) {
        return MONTH.format(month);
    }

    /** The totals as they stand in the whole table: what is withheld there is here. */
    private static FigureTable all(FigureTable steps) {
        FigureTable.Row last = steps.rows().getLast();
        int columns = steps.bodyColumns().size();
        return new FigureTable(
                        steps.bodyColumns(),
                        List.of(new FigureTable.Row(last.name(), last.cells().subList(0, columns))),
                        FigureTable.Totals.NONE)
                .turned();
    }

    private Figure figure(String name, Drawing drawing, FigureTable table) {
        return new Figure(
                "figure-" + name,
                words.say("enquiries.figures." + name),
                words.say("enquiries.figures." + name + ".about"),
                drawing,
                words.say("enquiries.figures." + name + ".corner"),
                table);
    }

    /** All of the tables, one below the other. */
    @GetMapping("/enquiries/figures.csv")
    Mono<ResponseEntity<byte[]>> csv(Viewer viewer) {
        return figures.lastYear(viewer).map(year -> {
            List<List<Object>> lines = new ArrayList<>();
            add(lines, "steps", year.steps());
            add(lines, "days", year.days());
            add(lines, "answers", year.answers());
            add(lines, "contacts", year.contacts());
            return CsvAnswer.of("recruitment " + year.from() + " to " + year.to(), lines);
        });
    }

    private void add(List<List<Object>> lines, String name, FigureTable table) {
        if (!lines.isEmpty()) {
            lines.add(List.of(""));
        }
        lines.addAll(table.lines(words.say("enquiries.figures." + name), words.say("parts.figures.withheld")));
    }
}
