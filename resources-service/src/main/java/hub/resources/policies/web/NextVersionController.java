package hub.resources.policies.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.resources.policies.Clause;
import hub.resources.policies.Policies;
import hub.resources.policies.Policy;
import hub.resources.policies.PolicyRefusal;
import hub.resources.policies.comparison.Comparison;
import hub.resources.policies.revision.NextVersions;
import hub.resources.policies.suggestions.Suggestion;
import hub.resources.policies.suggestions.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Writing the next version of a policy, and publishing it. */
@Controller
class NextVersionController {
    private final Policies policies;
    private final NextVersions next;
    private final Suggestions suggestions;

    NextVersionController(Policies policies, NextVersions next, Suggestions suggestions) {
        this.policies = policies;
        this.next = next;
        this.suggestions = suggestions;
    }

    /** A clause of the next version. @param kind same, changed or added */
    record ClauseLine(String anchor, String title, String kind) {}

    /** @param removed titles of clauses that are taken out @param waiting suggestions that can come into it */
    record NextPage(
            Policy policy,
            int number,
            List<ClauseLine> clauses,
            List<String> removed,
            List<Choice> waiting,
            @Nullable String done) {
        public List<String> fields() {
            return List.of("changes", "included", "owner", "approvedOn", "reviewDue", "toRead");
        }
    }

    @GetMapping("/policies/{policy}/next")
    Mono<Rendering> next(@PathVariable String policy, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return policies.forStaff(policy, viewer)
                .filter(found -> found.next() != null)
                .flatMap(found -> waiting(found, viewer)
                        .map(waiting -> Pages.show(
                                "policies/next",
                                page(found, waiting, done.equals("kept") ? "policies.done.kept" : null),
                                Form.of(PublishForm.of(
                                        found,
                                        waiting.stream()
                                                .map(choice -> choice.value())
                                                .collect(Collectors.toSet()))))));
    }

    private Mono<List<Choice>> waiting(Policy policy, Viewer viewer) {
        return suggestions
                .waitForVersion(policy.id(), viewer)
                .map(suggestion -> new Choice(
                        suggestion.id(), SuggestionPages.decision(suggestion).said(), about(suggestion)))
                .collectList();
    }

    private static @Nullable String about(Suggestion suggestion) {
        return suggestion.about().isEmpty() ? null : suggestion.about();
    }

    private static NextPage page(Policy policy, List<Choice> waiting, @Nullable String done) {
        List<Clause> written = policy.written().clauses();
        Comparison comparison = Comparison.between(policy.current().clauses(), written);
        Map<String, String> kinds = comparison.clauses().stream()
                .collect(Collectors.toMap(
                        Comparison.ClauseChange::anchor, change -> change.kind().slug()));
        return new NextPage(
                policy,
                policy.current().number() + 1,
                written.stream()
                        .map(clause -> new ClauseLine(
                                clause.anchor(), clause.title(), kinds.getOrDefault(clause.anchor(), "same")))
                        .toList(),
                comparison.clauses().stream()
                        .filter(change -> change.kind() == Comparison.Kind.REMOVED)
                        .map(Comparison.ClauseChange::title)
                        .toList(),
                waiting,
                done);
    }

    @PostMapping("/policies/{policy}/next/start")
    Mono<Rendering> start(@PathVariable String policy, Viewer viewer) {
        return next.start(policy, viewer).map(found -> Pages.seeOther(found.path() + "/next"));
    }

    @PostMapping("/policies/{policy}/next/drop")
    Mono<Rendering> drop(@PathVariable String policy, Viewer viewer) {
        return next.drop(policy, viewer).map(found -> Pages.seeOther(found.path() + "?done=dropped"));
    }

    @PostMapping("/policies/{policy}/next/publish")
    Mono<Rendering> publish(@PathVariable String policy, Form<PublishForm> form, Viewer viewer) {
        return policies.forStaff(policy, viewer)
                .flatMap(found -> form.submit(
                        sent -> next.publish(
                                        policy,
                                        sent.approval(),
                                        sent.included().stream().sorted().toList(),
                                        sent.sent(form.once()),
                                        viewer)
                                .map(published -> Pages.seeOther(published.path() + "?done=published")),
                        again -> found.next() == null
                                ? Mono.error(new Rejected(PolicyRefusal.NOT_BEING_WRITTEN))
                                : waiting(found, viewer)
                                        .map(waiting ->
                                                Pages.show("policies/next", page(found, waiting, null), again))));
    }

    private static Rendering gone(Policy policy) {
        return Pages.refuse("policies/gone", policy);
    }

    /** @param anchor null for a new one @param places where a new one can stand */
    record ClausePage(
            Policy policy, String action, @Nullable String anchor, List<Choice> places) {
        public List<String> fields() {
            return List.of("title", "text", "after");
        }
    }

    @GetMapping("/policies/{policy}/next/clauses/new")
    Mono<Rendering> blank(@PathVariable String policy, Viewer viewer) {
        return policies.forStaff(policy, viewer)
                .filter(found -> found.next() != null)
                .map(found -> clausePage(found, null, Form.of(ClauseForm.blank(found))));
    }

    @PostMapping("/policies/{policy}/next/clauses/new")
    Mono<Rendering> add(@PathVariable String policy, Form<ClauseForm> form, Viewer viewer) {
        return change(
                policy,
                null,
                form,
                sent -> next.add(policy, sent.title(), sent.text(), sent.after(), sent.sent(form.once()), viewer),
                viewer);
    }

    @GetMapping("/policies/{policy}/next/clauses/{clause}")
    Mono<Rendering> edit(@PathVariable String policy, @PathVariable String clause, Viewer viewer) {
        return policies.forStaff(policy, viewer)
                .filter(found -> found.next() != null)
                .flatMap(found -> Mono.justOrEmpty(found.written().clause(clause))
                        .map(one -> clausePage(found, clause, Form.of(ClauseForm.of(one, found)))));
    }

    @PostMapping("/policies/{policy}/next/clauses/{clause}")
    Mono<Rendering> reword(
            @PathVariable String policy, @PathVariable String clause, Form<ClauseForm> form, Viewer viewer) {
        return change(
                policy,
                clause,
                form,
                sent -> next.reword(policy, clause, sent.title(), sent.text(), sent.sent(form.once()), viewer),
                viewer);
    }

    @PostMapping("/policies/{policy}/next/clauses/{clause}/remove")
    Mono<Rendering> remove(@PathVariable String policy, @PathVariable String clause, Viewer viewer) {
        return policies.forStaff(policy, viewer)
                .flatMap(found -> next.remove(policy, clause, viewer)
                        .map(after -> Pages.seeOther(after.path() + "/next?done=kept"))
                        .onErrorResume(Rejected.class, refusal -> Mono.just(gone(found))));
    }

    private Mono<Rendering> change(
            String policy,
            @Nullable String clause,
            Form<ClauseForm> form,
            Function<ClauseForm, Mono<Policy>> act,
            Viewer viewer) {
        return policies.forStaff(policy, viewer)
                .flatMap(found -> form.submit(
                        sent -> act.apply(sent).map(after -> Pages.seeOther(after.path() + "/next?done=kept")),
                        again -> Mono.just(clausePage(found, clause, again))));
    }

    private static Rendering clausePage(Policy policy, @Nullable String clause, Form<ClauseForm> form) {
        Stream<Choice> places = Stream.ofNullable(policy.next())
                .flatMap(written -> written.clauses().stream())
                .map(one -> new Choice(one.anchor(), one.title(), null));
        return Pages.show(
                "policies/clause",
                new ClausePage(
                        policy,
                        policy.path() + "/next/clauses/" + (clause == null ? "new" : clause),
                        clause,
                        places.toList()),
                form);
    }
}
