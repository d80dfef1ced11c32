package hub.resources.policies.suggestions;

import hub.platform.content.Content.ContentMistake;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import hub.resources.policies.DemoPolicyVersions;
import hub.resources.policies.suggestions.Suggestion.Consideration;
import hub.resources.policies.suggestions.Suggestion.Decision;
import hub.resources.policies.suggestions.Suggestion.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Suggestions of the demo, in every state. */
@Component
@Order(DemoContent.SCHEMES)
class DemoSuggestions implements DemoContent {
    private static final Duration TO_DECIDE = Duration.ofDays(9);

    private final DemoFiles files;
    private final SuggestionStore store;

    DemoSuggestions(DemoFiles files, SuggestionStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "policy-suggestions";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        List<Suggestion> all = files.entries("policies/suggestions.yml").stream()
                .map(entry -> suggestion(entry, clock))
                .toList();
        return all.isEmpty()
                ? Mono.empty()
                : store.toChange(all.getFirst().id())
                        .hasElement()
                        .flatMap(there -> there ? Mono.<Void>empty() : store.insertAll(all));
    }

    private static Suggestion suggestion(DemoEntry entry, DemoClock clock) {
        Suggestion made = Suggestion.submit(
                DemoPolicyVersions.suggestion(entry),
                DemoPolicyVersions.POLICY,
                entry.text("clause"),
                entry.text("about"),
                entry.text("text"),
                entry.text("person"),
                entry.text("ago").isEmpty() ? noon(day(entry, "at")) : clock.ago(entry.text("ago")));
        for (String person : entry.texts("also")) {
            made = made.agree(person);
        }
        return moved(made, entry, clock);
    }

    private static Suggestion moved(Suggestion made, DemoEntry entry, DemoClock clock) {
        if (entry.text("by").isEmpty()) {
            return entry.flag("acknowledged") ? made.acknowledge() : made;
        }
        LocalDate on = entry.text("onAgo").isEmpty()
                ? day(entry, "held")
                : LocalDate.ofInstant(clock.ago(entry.text("onAgo")), Times.LONDON);
        Suggestion considered = made.acknowledge().consider(new Consideration(entry.text("by"), on));
        if (entry.text("outcome").isEmpty()) {
            return considered;
        }
        Outcome outcome = Slug.find(Outcome.class, entry.text("outcome")).orElseThrow(() -> mistake(entry));
        Suggestion decided = considered.decide(
                new Decision(outcome, entry.text("said"), entry.text("reason"), noon(on).plus(TO_DECIDE)));
        return entry.number("version") == 0 ? decided : decided.enter(entry.number("version"));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Times.LONDON).toInstant();
    }

    /** YAML makes a moment in UTC of a date. */
    private static LocalDate day(DemoEntry entry, String name) {
        if (entry.values().get(name) instanceof Date date) {
            return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
        }
        throw mistake(entry);
    }

    private static ContentMistake mistake(DemoEntry entry) {
        return new ContentMistake("content/demo/policies/suggestions.yml", 1, entry.text("slug") + " is not complete");
    }
}
