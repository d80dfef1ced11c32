package hub.forum.audit.web;

import hub.forum.audit.AuditEntry;
import hub.forum.audit.AuditLog;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The log, for those who oversee. For everybody else it does not exist. */
@Controller
class AuditController {
    private static final int PAGE = 50;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final AuditLog log;
    private final Accounts accounts;
    private final Times times;

    AuditController(AuditLog log, Accounts accounts, Times times) {
        this.log = log;
        this.accounts = accounts;
        this.times = times;
    }

    /** @param older where the next page is; empty on the last */
    record LogPage(List<Line> lines, String older) {}

    @GetMapping("/audit")
    Mono<Rendering> audit(@RequestParam(required = false) @Nullable String before, Viewer viewer) {
        return log.before(moment(before), PAGE + 1, viewer).collectList().flatMap(found -> {
            List<AuditEntry> page = found.subList(0, Math.min(PAGE, found.size()));
            String older =
                    found.size() > PAGE ? "/audit?before=" + page.getLast().at() : "";
            return accounts.names(
                            page.stream().map(AuditEntry::actor).distinct().toList())
                    .map(names -> page.stream().map(entry -> line(entry, names)).toList())
                    .map(lines -> Pages.show("audit/log", new LogPage(lines, older)));
        });
    }

    private Line line(AuditEntry entry, Names names) {
        return new Line(
                times.say(entry.at()),
                names.of(entry.actor()).name(),
                entry.act(),
                entry.subject(),
                entry.group() == null ? "" : entry.group(),
                entry.details().entrySet().stream()
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }

    private static Instant moment(@Nullable String text) {
        try {
            Instant moment = text == null ? Instant.now().plusSeconds(1) : Instant.parse(text);
            return moment.isAfter(LATEST) || moment.isBefore(Instant.EPOCH) ? LATEST : moment;
        } catch (DateTimeParseException e) {
            throw new NotFound();
        }
    }

    record Line(Moment time, String actor, String act, String subject, String group, String details) {}
}
