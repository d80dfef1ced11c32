package hub.resources.library.web;

import hub.platform.figures.web.CsvAnswer;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import hub.resources.library.LibraryHealth;
import hub.resources.library.Piece;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The library's health: what editors have to look at, as a page and as a file. */
@Controller
class HealthController {
    private final LibraryHealth health;
    private final MessageSource messages;
    private final Clock clock;

    HealthController(LibraryHealth health, MessageSource messages, Clock clock) {
        this.health = health;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param note what is the matter, where the heading does not say all */
    record Line(String href, String title, String note) {}

    /** @param key of the heading's message */
    record Part(String key, List<Line> lines) {}

    record HealthPage(List<Part> parts, List<String> unreadable) {}

    @GetMapping("/library/staff/health")
    Mono<Rendering> page(Viewer viewer) {
        return health.report(viewer)
                .map(report -> Pages.show("library/health", new HealthPage(parts(report), report.unreadable())));
    }

    /** The same as on the page. */
    @GetMapping("/library/staff/health.csv")
    Mono<ResponseEntity<byte[]>> csv(Viewer viewer) {
        return health.report(viewer).map(report -> {
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of(
                    say("library.health.csv.what"),
                    say("library.health.csv.guide"),
                    say("library.health.csv.address"),
                    say("library.health.csv.note")));
            parts(report)
                    .forEach(part -> part.lines()
                            .forEach(line ->
                                    lines.add(List.of(say(part.key()), line.title(), line.href(), line.note()))));
            report.unreadable()
                    .forEach(mistake -> lines.add(List.of(say("library.health.unreadable"), "", "", mistake)));
            return CsvAnswer.of("library health " + LocalDate.ofInstant(clock.instant(), Times.LONDON), lines);
        });
    }

    private List<Part> parts(LibraryHealth.Report report) {
        return List.of(
                new Part("library.health.overdue", dated(report.overdue())),
                new Part("library.health.soon", dated(report.soon())),
                new Part(
                        "library.health.broken",
                        report.broken().stream()
                                .map(link -> line(
                                        link.piece(),
                                        say("library.health.why." + link.why().slug(), "/library/" + link.to())))
                                .toList()),
                new Part(
                        "library.health.unread",
                        report.unread().stream()
                                .map(piece -> line(piece, piece.owner()))
                                .toList()));
    }

    private List<Line> dated(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> line(piece, say("library.health.by", Times.inFull(piece.reviewBy()), piece.owner())))
                .toList();
    }

    private static Line line(Piece piece, String note) {
        return new Line(piece.path(), piece.title(), note);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
