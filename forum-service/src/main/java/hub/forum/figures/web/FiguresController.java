package hub.forum.figures.web;

import hub.forum.figures.BoardFigures;
import hub.forum.figures.BoardWeeks;
import hub.forum.groups.Visibility;
import hub.platform.figures.BarChart;
import hub.platform.figures.Drawing;
import hub.platform.figures.Figure;
import hub.platform.figures.FigureTable;
import hub.platform.figures.LineChart;
import hub.platform.figures.SmallMultiples;
import hub.platform.figures.web.CsvAnswer;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Figures for staff, drawn and as a file. For everybody else they do not exist. */
@Controller
class FiguresController {
    private final BoardFigures boards;
    private final MessageSource messages;
    private final Times times;

    FiguresController(BoardFigures boards, MessageSource messages, Times times) {
        this.boards = boards;
        this.messages = messages;
        this.times = times;
    }

    /**
     * @param from the first day that is counted, such as "7 September"
     * @param to the last
     * @param figures none while there is no board
     */
    record FiguresPage(String from, String to, List<Figure> figures) {}

    @GetMapping("/figures")
    Mono<Rendering> figures(Visibility visibility) {
        return boards.lastWeeks(visibility).map(weeks -> Pages.show("figures/boards", page(weeks)));
    }

    @GetMapping("/figures/boards.csv")
    Mono<ResponseEntity<byte[]>> csv(Visibility visibility) {
        return boards.lastWeeks(visibility)
                .map(weeks -> CsvAnswer.of(
                        "posts on boards to " + lastDay(weeks),
                        weeks.posts().lines(say("figures.board"), say("parts.figures.withheld"))));
    }

    private FiguresPage page(BoardWeeks weeks) {
        List<Figure> figures = new ArrayList<>();
        FigureTable posts = weeks.posts();
        if (!posts.body().isEmpty()) {
            FigureTable all = allBoards(posts);
            figures.add(figure("all", LineChart.of(all), "figures.week", all.turned()));
            figures.add(figure("each", SmallMultiples.of(posts), "figures.board", posts));
            figures.add(figure("people", BarChart.of(weeks.people()), "figures.board", weeks.people()));
        }
        return new FiguresPage(times.day(weeks.weeks().getFirst()), times.day(lastDay(weeks)), figures);
    }

    private static LocalDate lastDay(BoardWeeks weeks) {
        return weeks.weeks().getLast().plusDays(6);
    }

    /** The totals of the weeks, as they stand in the whole table: what is withheld there is here. */
    private static FigureTable allBoards(FigureTable posts) {
        return new FigureTable(posts.columns(), List.of(posts.rows().getLast()), FigureTable.Totals.NONE);
    }

    private Figure figure(String name, Drawing drawing, String corner, FigureTable table) {
        return new Figure(
                "figure-" + name, say("figures." + name + ".title"), about(table), drawing, say(corner), table);
    }

    /** What can be seen at once: between which numbers all of it is. */
    private String about(FigureTable table) {
        LongSummaryStatistics shown = table.body().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.withheld())
                .mapToLong(cell -> Objects.requireNonNull(cell.value()))
                .summaryStatistics();
        return shown.getCount() == 0 ? say("figures.about.none") : say("figures.about", shown.getMin(), shown.getMax());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
