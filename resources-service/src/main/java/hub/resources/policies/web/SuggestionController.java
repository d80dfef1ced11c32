package hub.resources.policies.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import hub.resources.policies.Policies;
import hub.resources.policies.Policy;
import hub.resources.policies.PolicyRights;
import hub.resources.policies.suggestions.Suggestion;
import hub.resources.policies.suggestions.Suggestions;
import hub.resources.publishing.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What carers suggest: to suggest, to read, to say "me too"; and what came of it, for everybody. */
@Controller
class SuggestionController {
    private static final int PAGE = 20;

    private final Policies policies;
    private final Suggestions suggestions;
    private final SuggestionPages pages;
    private final Accounts accounts;
    private final Times times;

    SuggestionController(
            Policies policies, Suggestions suggestions, SuggestionPages pages, Accounts accounts, Times times) {
        this.policies = policies;
        this.suggestions = suggestions;
        this.pages = pages;
        this.accounts = accounts;
        this.times = times;
    }

    /** @param clauses to choose from, the whole policy first */
    record SuggestPage(Policy policy, List<Choice> clauses) {
        public List<String> fields() {
            return List.of("clause", "text");
        }
    }

    @GetMapping("/policies/{policy}/suggest")
    Mono<Rendering> blank(@PathVariable String policy, @RequestParam(defaultValue = "") String clause, Viewer viewer) {
        return toSuggest(policy, viewer).map(found -> suggestPage(found, Form.of(new SuggestForm(clause, "", ""))));
    }

    @PostMapping("/policies/{policy}/suggest")
    Mono<Rendering> submit(@PathVariable String policy, Form<SuggestForm> form, Viewer viewer) {
        return toSuggest(policy, viewer)
                .flatMap(found -> form.submit(
                        sent -> suggestions
                                .submit(policy, sent.clause(), sent.text(), form.once(), viewer)
                                .map(made -> Pages.seeOther(made.path() + "?done=submitted")),
                        again -> Mono.just(suggestPage(found, again))));
    }

    private Mono<Policy> toSuggest(String policy, Viewer viewer) {
        return PolicyRights.maySuggest(viewer) ? policies.find(policy) : Mono.error(new NotAllowed());
    }

    private Rendering suggestPage(Policy policy, Form<SuggestForm> form) {
        Stream<Choice> clauses =
                policy.current().clauses().stream().map(clause -> new Choice(clause.anchor(), clause.title(), null));
        return Pages.show("policies/suggest", new SuggestPage(policy, clauses.toList()), form);
    }

    /** @param about the clause; empty for the whole policy @param also how many say so too @param mine whether the viewer made it */
    record Line(
            String href, String about, String text, String state, String outcome, Moment at, int also, boolean mine) {}

    /**
     * @param states to choose from, for those who look after policies
     * @param older where the next page is; null on the last
     */
    record ListPage(
            Policy policy,
            List<Line> suggestions,
            List<SuggestionPages.StateLink> states,
            boolean maySuggest,
            @Nullable String older) {}

    @GetMapping("/policies/{policy}/suggestions")
    Mono<Rendering> list(
            @PathVariable String policy,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            Viewer viewer) {
        Optional<Suggestion.State> only = Slug.find(Suggestion.State.class, state);
        return policies.find(policy)
                .filter(found -> PolicyRights.seesSuggestions(viewer))
                .flatMap(found -> suggestions
                        .list(policy, only, Position.of(before), PAGE + 1, viewer)
                        .collectList()
                        .map(all -> Pages.show(
                                "policies/suggestions",
                                new ListPage(
                                        found,
                                        all.stream()
                                                .limit(PAGE)
                                                .map(one -> line(one, viewer))
                                                .toList(),
                                        pages.states(found, only),
                                        PolicyRights.maySuggest(viewer),
                                        older(found, only, all)))));
    }

    private Line line(Suggestion suggestion, Viewer viewer) {
        return new Line(
                suggestion.path(),
                suggestion.about(),
                suggestion.text(),
                suggestion.state().slug(),
                SuggestionPages.outcome(suggestion),
                times.say(suggestion.at()),
                suggestion.also().size(),
                suggestion.author().equals(viewer.account()));
    }

    private static @Nullable String older(Policy policy, Optional<Suggestion.State> only, List<Suggestion> found) {
        if (found.size() <= PAGE) {
            return null;
        }
        Suggestion last = found.get(PAGE - 1);
        return policy.path() + "/suggestions?"
                + only.map(state -> "state=" + state.slug() + "&").orElse("")
                + "before=" + new Position(last.at(), last.id());
    }

    @GetMapping("/policies/{policy}/suggestions/{suggestion}")
    Mono<Rendering> suggestion(
            @PathVariable String policy,
            @PathVariable String suggestion,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer) {
        return policies.find(policy)
                .zipWith(suggestions.find(policy, suggestion, viewer))
                .flatMap(both -> accounts.names(List.of(both.getT2().author()))
                        .map(names -> pages.show(both.getT1(), both.getT2(), names, done, viewer)));
    }

    @PostMapping("/policies/{policy}/suggestions/{suggestion}/me-too")
    Mono<Rendering> agree(@PathVariable String policy, @PathVariable String suggestion, Viewer viewer) {
        return suggestions
                .agree(policy, suggestion, viewer)
                .map(found -> Pages.seeOther(found.path() + "?done=agreed"));
    }

    /** @param said what was suggested @param reason what was done, or why not @param version the version that it is in; null for none */
    record Answered(
            String about,
            String said,
            String outcome,
            String reason,
            Moment at,
            @Nullable Integer version) {}

    record AnsweredPage(
            Policy policy,
            List<Answered> answered,
            boolean maySuggest,
            @Nullable String older) {}

    @GetMapping("/policies/{policy}/you-said")
    Mono<Rendering> youSaid(
            @PathVariable String policy, @RequestParam(defaultValue = "") String before, Viewer viewer) {
        return policies.find(policy)
                .flatMap(found -> suggestions
                        .answered(policy, Position.of(before), PAGE + 1)
                        .collectList()
                        .map(all -> Pages.show(
                                "policies/you-said",
                                new AnsweredPage(
                                        found,
                                        all.stream()
                                                .limit(PAGE)
                                                .map(this::answered)
                                                .toList(),
                                        PolicyRights.maySuggest(viewer),
                                        olderAnswers(found, all)))));
    }

    private Answered answered(Suggestion suggestion) {
        Suggestion.Decision decision = SuggestionPages.decision(suggestion);
        return new Answered(
                suggestion.about(),
                decision.said(),
                decision.outcome().slug(),
                decision.reason(),
                times.say(decision.at()),
                suggestion.version());
    }

    private static @Nullable String olderAnswers(Policy policy, List<Suggestion> found) {
        if (found.size() <= PAGE) {
            return null;
        }
        Suggestion last = found.get(PAGE - 1);
        return policy.path() + "/you-said?before="
                + new Position(SuggestionPages.decision(last).at(), last.id());
    }
}
