package hub.forum.moderation.web;

import hub.forum.moderation.ModerationFigures;
import hub.forum.moderation.ModerationFigures.Weeks;
import hub.platform.figures.FigureTable;
import hub.platform.figures.web.CsvAnswer;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What moderators decided, in numbers: as tables and as files. For everybody else it does not exist. */
@Controller
class ModerationFiguresController {
    private final ModerationFigures figures;
    private final Times times;
    private final MessageSource messages;

    ModerationFiguresController(ModerationFigures figures, Times times, MessageSource messages) {
        this.figures = figures;
        this.times = times;
        this.messages = messages;
    }

    /**
     * @param from the first day that is counted
     * @param to the last
     */
    record FiguresPage(String from, String to, List<Table> tables) {}

    /**
     * @param corner what its rows are
     * @param csv where it is as a file
     */
    record Table(String id, String title, String corner, FigureTable table, String csv) {}

    @GetMapping("/moderation/figures")
    Mono<Rendering> figures(Viewer viewer) {
        return figures.lastWeeks(viewer)
                .map(weeks -> Pages.show(
                        "moderation/figures",
                        new FiguresPage(
                                times.day(weeks.from()),
                                times.day(weeks.to()),
                                tables(weeks).entrySet().stream()
                                        .map(table -> shown(table.getKey(), table.getValue()))
                                        .toList())));
    }

    @GetMapping("/moderation/figures/{which}")
    Mono<ResponseEntity<byte[]>> csv(@PathVariable String which, Viewer viewer) {
        String name = which.endsWith(".csv") ? which.substring(0, which.length() - ".csv".length()) : "";
        return figures.lastWeeks(viewer)
                .flatMap(weeks -> Mono.justOrEmpty(tables(weeks).get(name))
                        .map(table -> CsvAnswer.of(
                                "moderation " + name + " to " + weeks.to(),
                                table.lines(
                                        say("moderation.figures." + name + ".corner"), say("parts.figures.withheld")))))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private static Map<String, FigureTable> tables(Weeks weeks) {
        Map<String, FigureTable> tables = new LinkedHashMap<>();
        tables.put("reports", weeks.reports());
        tables.put("times", weeks.times());
        tables.put("appeals", weeks.appeals());
        tables.put("approvals", weeks.approvals());
        return tables;
    }

    private Table shown(String name, FigureTable table) {
        return new Table(
                "figure-" + name,
                say("moderation.figures." + name + ".title"),
                say("moderation.figures." + name + ".corner"),
                table,
                "/moderation/figures/" + name + ".csv");
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
