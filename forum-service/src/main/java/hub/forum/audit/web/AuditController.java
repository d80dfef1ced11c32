package hub.forum.audit.web;

import hub.forum.groups.Groups;
import hub.platform.audit.AuditEntry;
import hub.platform.audit.AuditFilter;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The log, for those who oversee. For everybody else it does not exist. */
@Controller
class AuditController {
    private static final int PAGE = 50;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final AuditLog log;
    private final Accounts accounts;
    private final Groups groups;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    AuditController(AuditLog log, Accounts accounts, Groups groups, MessageSource messages, Times times, Clock clock) {
        this.log = log;
        this.accounts = accounts;
        this.groups = groups;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /**
     * @param older where the next page is; empty on the last
     * @param filtered whether only a part is shown
     */
    record LogPage(List<Line> lines, String older, boolean filtered) {}

    /**
     * @param act in words
     * @param whom the person it was done to; empty if it was done to something else
     * @param group its name; empty if it was in none
     * @param actsAlike where all acts of this kind stand; likewise the next ones
     */
    record Line(
            Moment time,
            String actor,
            String act,
            String whom,
            String group,
            String details,
            String actsAlike,
            String byActor,
            String aboutSubject,
            String inGroup) {}

    @GetMapping("/audit")
    Mono<Rendering> audit(
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String group,
            Viewer viewer) {
        AuditFilter filter = new AuditFilter(given(act), given(actor), given(subject), given(group), null);
        return log.before(moment(before), filter, PAGE + 1, viewer)
                .collectList()
                .flatMap(found -> {
                    List<AuditEntry> page = found.subList(0, Math.min(PAGE, found.size()));
                    String older =
                            found.size() > PAGE ? address(filter, page.getLast().at()) : "";
                    return lines(page, viewer)
                            .map(lines -> Pages.show(
                                    "audit/log", new LogPage(lines, older, !filter.equals(AuditFilter.ALL))));
                });
    }

    private Mono<List<Line>> lines(List<AuditEntry> page, Viewer viewer) {
        List<String> people = page.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                .distinct()
                .toList();
        List<String> places = page.stream()
                .map(AuditEntry::group)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Mono.zip(accounts.names(people), groups.namesForTheAudit(places, viewer))
                .map(names -> page.stream()
                        .map(entry -> line(entry, names.getT1(), names.getT2()))
                        .toList());
    }

    private Line line(AuditEntry entry, Names people, Map<String, String> places) {
        boolean aPerson =
                people.known().containsKey(entry.subject()) && !entry.subject().equals(entry.actor());
        String group = entry.group();
        return new Line(
                times.say(entry.at()),
                people.of(entry.actor()).name(),
                Objects.requireNonNull(messages.getMessage("audit.act." + entry.act(), null, entry.act(), Locale.UK)),
                aPerson ? people.of(entry.subject()).name() : "",
                group == null ? "" : places.getOrDefault(group, ""),
                entry.details().entrySet().stream()
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .sorted()
                        .collect(Collectors.joining("; ")),
                address(new AuditFilter(entry.act(), null, null, null, null), null),
                address(new AuditFilter(null, entry.actor(), null, null, null), null),
                address(new AuditFilter(null, null, entry.subject(), null, null), null),
                address(new AuditFilter(null, null, null, group, null), null));
    }

    private static String address(AuditFilter filter, @Nullable Instant before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("act", filter.act());
        fields.put("actor", filter.actor());
        fields.put("subject", filter.subject());
        fields.put("group", filter.group());
        fields.put("before", before == null ? null : before.toString());
        fields.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, value);
            }
        });
        return address.encode().build().toUriString();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Instant moment(@Nullable String text) {
        try {
            Instant moment = text == null ? clock.instant().plusSeconds(1) : Instant.parse(text);
            return moment.isAfter(LATEST) || moment.isBefore(Instant.EPOCH) ? LATEST : moment;
        } catch (DateTimeParseException e) {
            throw new NotFound();
        }
    }
}
