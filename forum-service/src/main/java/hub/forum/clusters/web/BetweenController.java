package hub.forum.clusters.web;

import hub.platform.pages.Pages;
import hub.platform.pages.PublicDates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Public dates as a piece of a page that another process makes. */
@Controller
class BetweenController {
    private static final int MOST_DAYS = 62;

    private final DatesBetween dates;

    BetweenController(DatesBetween dates) {
        this.dates = dates;
    }

    record Between(List<PublicDates.Line> lines) {}

    /** Nothing for what are no days, or too many. */
    @GetMapping(PublicDates.PATH)
    Mono<Rendering> between(
            @RequestParam(name = PublicDates.FROM, defaultValue = "") String from,
            @RequestParam(name = PublicDates.TO, defaultValue = "") String to) {
        return lines(from, to)
                .defaultIfEmpty(List.of())
                .map(lines -> Pages.show("clusters/between", new Between(lines)));
    }

    private Mono<List<PublicDates.Line>> lines(String from, String to) {
        try {
            LocalDate first = LocalDate.parse(from);
            LocalDate last = LocalDate.parse(to);
            boolean some = first.getYear() > 1900
                    && first.getYear() < 3000
                    && !last.isBefore(first)
                    && last.isBefore(first.plusDays(MOST_DAYS));
            return some ? dates.between(first, last) : Mono.empty();
        } catch (DateTimeParseException e) {
            return Mono.empty();
        }
    }
}
