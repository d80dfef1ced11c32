package hub.resources.policies.web;

import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.resources.policies.Policies;
import hub.resources.policies.suggestions.Suggestion;
import hub.resources.policies.suggestions.Suggestion.Consideration;
import hub.resources.policies.suggestions.Suggestions;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** How those who look after policies answer suggestions, step by step. */
@Controller
class AnswerController {
    private final Policies policies;
    private final Suggestions suggestions;
    private final SuggestionPages pages;
    private final Accounts accounts;

    AnswerController(Policies policies, Suggestions suggestions, SuggestionPages pages, Accounts accounts) {
        this.policies = policies;
        this.suggestions = suggestions;
        this.pages = pages;
        this.accounts = accounts;
    }

    @PostMapping("/policies/{policy}/suggestions/{suggestion}/acknowledge")
    Mono<Rendering> acknowledge(@PathVariable String policy, @PathVariable String suggestion, Viewer viewer) {
        return suggestions
                .acknowledge(policy, suggestion, viewer)
                .map(done -> Pages.seeOther(done.path() + "?done=acknowledged"));
    }

    @PostMapping("/policies/{policy}/suggestions/{suggestion}/consider")
    Mono<Rendering> consider(
            @PathVariable String policy, @PathVariable String suggestion, Form<ConsiderForm> form, Viewer viewer) {
        return step(
                policy,
                suggestion,
                "consider",
                form,
                sent -> suggestions
                        .consider(
                                policy,
                                suggestion,
                                new Consideration(
                                        sent.by(),
                                        Objects.requireNonNull(sent.on().date())),
                                viewer)
                        .map(done -> Pages.seeOther(done.path() + "?done=considered")),
                viewer);
    }

    @PostMapping("/policies/{policy}/suggestions/{suggestion}/decide")
    Mono<Rendering> decide(
            @PathVariable String policy, @PathVariable String suggestion, Form<DecideForm> form, Viewer viewer) {
        return step(
                policy,
                suggestion,
                "decide",
                form,
                sent -> suggestions
                        .decide(policy, suggestion, sent.chosen(), sent.said(), sent.reason(), viewer)
                        .map(done -> Pages.seeOther(done.path() + "?done=decided")),
                viewer);
    }

    private <F> Mono<Rendering> step(
            String policy, String id, String step, Form<F> form, Function<F, Mono<Rendering>> act, Viewer viewer) {
        return policies.forStaff(policy, viewer)
                .flatMap(found -> suggestions
                        .find(policy, id, viewer)
                        .flatMap(suggestion -> form.submit(act, again -> again(suggestion, step, again, viewer))));
    }

    private Mono<Rendering> again(Suggestion suggestion, String step, Form<?> form, Viewer viewer) {
        return policies.find(suggestion.policy())
                .zipWith(accounts.names(List.of(suggestion.author())))
                .map(both -> pages.again(both.getT1(), suggestion, both.getT2(), step, form, viewer));
    }
}
