package hub.resources.policies.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.WordChanges;
import hub.resources.policies.Policies;
import hub.resources.policies.Policy;
import hub.resources.policies.PolicyVersion;
import hub.resources.policies.comparison.Comparison;
import hub.resources.policies.reading.PolicyReadings;
import hub.resources.policies.suggestions.Suggestion;
import hub.resources.policies.suggestions.Suggestions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Policies to read, in all their versions, and what is different between two. */
@Controller
class PolicyController {
    private static final Set<String> DONE = Set.of("read", "published", "dropped");

    private final Policies policies;
    private final Suggestions suggestions;
    private final PolicyReadings readings;
    private final PolicyPages pages;

    PolicyController(Policies policies, Suggestions suggestions, PolicyReadings readings, PolicyPages pages) {
        this.policies = policies;
        this.suggestions = suggestions;
        this.readings = readings;
        this.pages = pages;
    }

    @GetMapping("/policies")
    Mono<Rendering> list() {
        return policies.all()
                .map(pages::line)
                .collectList()
                .map(all -> Pages.show("policies/list", new PolicyPages.ListPage(all)));
    }

    @GetMapping("/policies/{policy}")
    Mono<Rendering> policy(@PathVariable String policy, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return policies.find(policy)
                .flatMap(found -> show(found, found.current(), DONE.contains(done) ? done : null, viewer));
    }

    @GetMapping("/policies/{policy}/versions/{number}")
    Mono<Rendering> version(@PathVariable String policy, @PathVariable String number, Viewer viewer) {
        return policies.find(policy)
                .flatMap(found -> Mono.justOrEmpty(found.version(InputText.number(number)))
                        .flatMap(version -> show(found, version, null, viewer)));
    }

    private Mono<Rendering> show(Policy policy, PolicyVersion version, @Nullable String done, Viewer viewer) {
        return Mono.zip(
                        suggestions
                                .of(version.suggestions())
                                .filter(Suggestion::answered)
                                .map(PolicyController::included)
                                .collectList(),
                        readings.hasRead(policy, viewer),
                        suggestions.fresh(policy.id(), viewer))
                .map(found -> Pages.show(
                        "policies/policy",
                        pages.page(
                                policy,
                                version,
                                found.getT1(),
                                found.getT2(),
                                PolicyReadings.isAsked(policy, viewer),
                                found.getT3(),
                                done == null ? null : "policies.done." + done,
                                viewer)));
    }

    private static PolicyPages.Included included(Suggestion suggestion) {
        Suggestion.Decision decision = Objects.requireNonNull(suggestion.decision());
        return new PolicyPages.Included(decision.said(), decision.outcome().slug());
    }

    /** @param kind changed, added or removed */
    record ClauseLine(String anchor, String title, String oldTitle, String kind, List<WordChanges.Piece> words) {}

    record ChangesPage(Policy policy, int from, int to, String what, List<ClauseLine> clauses, int same) {}

    @GetMapping("/policies/{policy}/changes")
    Mono<Rendering> changes(
            @PathVariable String policy,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return policies.find(policy)
                .flatMap(found -> Mono.justOrEmpty(found.version(InputText.number(from)))
                        .zipWith(Mono.justOrEmpty(found.version(InputText.number(to))))
                        .map(both -> Pages.show("policies/changes", changes(found, both.getT1(), both.getT2()))));
    }

    private static ChangesPage changes(Policy policy, PolicyVersion before, PolicyVersion after) {
        Comparison comparison = Comparison.between(before, after);
        List<ClauseLine> lines =
                comparison.different().stream().map(PolicyController::line).toList();
        return new ChangesPage(
                policy,
                before.number(),
                after.number(),
                after.changes(),
                lines,
                comparison.clauses().size() - lines.size());
    }

    static ClauseLine line(Comparison.ClauseChange change) {
        return new ClauseLine(
                change.anchor(),
                change.title(),
                change.oldTitle(),
                change.kind().slug(),
                change.words().stream()
                        .map(piece -> new WordChanges.Piece(piece.sort(), plain(piece.text())))
                        .toList());
    }

    /** Without the stars of Markdown, which say nothing here. */
    private static String plain(String text) {
        return text.replace("**", "");
    }

    /** "I have read this version". */
    @PostMapping("/policies/{policy}/read")
    Mono<Rendering> read(@PathVariable String policy, Viewer viewer) {
        return readings.read(policy, viewer).map(found -> Pages.seeOther(found.path() + "?done=read"));
    }

    @GetMapping("/policies/{policy}/readers")
    Mono<Rendering> readers(@PathVariable String policy, Viewer viewer) {
        return policies.forStaff(policy, viewer)
                .flatMap(found -> readings.readers(found, viewer)
                        .map(readers -> Pages.show(
                                "policies/readers",
                                new PolicyPages.ReadersPage(
                                        found, found.current().number(), readers.has(), readers.not()))));
    }
}
