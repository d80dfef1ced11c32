package hub.resources.policies.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.TypedDate;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import hub.resources.policies.Policy;
import hub.resources.policies.PolicyRights;
import hub.resources.policies.suggestions.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** The page of a suggestion, with the form of the next step for those who look after policies. */
@Component
class SuggestionPages {
    private static final Set<String> DONE = Set.of("submitted", "agreed", "acknowledged", "considered", "decided");

    private final MessageSource messages;
    private final Times times;

    SuggestionPages(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** @param here whether it is chosen */
    record StateLink(String href, String text, boolean here) {}

    /** A step that has been taken, or is to come. */
    record Step(String text, boolean taken) {}

    /**
     * @param author by name, for those who look after policies; null for others
     * @param steps in their order
     * @param considered by whom and when; empty before
     * @param mayAgree whether the viewer may say "me too"
     * @param agreed whether the viewer has
     * @param step the form that is shown: acknowledge, consider, decide; empty for none
     */
    record SuggestionPage(
            Policy policy,
            Suggestion suggestion,
            Moment at,
            @Nullable String author,
            boolean mine,
            List<Step> steps,
            String considered,
            Suggestion.@Nullable Decision decision,
            String outcome,
            int also,
            boolean mayAgree,
            boolean agreed,
            String step,
            List<Choice> outcomes,
            @Nullable String done) {
        public List<String> fields() {
            return step.equals("decide") ? List.of("outcome", "said", "reason") : List.of("by", "on");
        }
    }

    static Suggestion.Decision decision(Suggestion suggestion) {
        return Objects.requireNonNull(suggestion.decision());
    }

    /** Slug; empty before it is decided. */
    static String outcome(Suggestion suggestion) {
        Suggestion.Decision decision = suggestion.decision();
        return decision == null ? "" : decision.outcome().slug();
    }

    List<StateLink> states(Policy policy, Optional<Suggestion.State> only) {
        String list = policy.path() + "/suggestions";
        return Stream.concat(
                        Stream.of(new StateLink(list, say("policies.state.all"), only.isEmpty())),
                        Stream.of(Suggestion.State.values())
                                .map(state -> new StateLink(
                                        list + "?state=" + state.slug(),
                                        say("policies.state." + state.slug()),
                                        only.filter(state::equals).isPresent())))
                .toList();
    }

    /** With the form of the step that comes next. */
    Rendering show(Policy policy, Suggestion suggestion, Names names, String done, Viewer viewer) {
        String step = nextStep(suggestion, viewer);
        SuggestionPage page =
                page(policy, suggestion, names, step, DONE.contains(done) ? "policies.done." + done : null, viewer);
        return switch (step) {
            case "consider" -> Pages.show("policies/suggestion", page, Form.of(new ConsiderForm("", TypedDate.NONE)));
            case "decide" -> Pages.show("policies/suggestion", page, Form.of(new DecideForm("", "", "")));
            default -> Pages.show("policies/suggestion", page);
        };
    }

    /** With the form of a step that could not be taken. */
    Rendering again(Policy policy, Suggestion suggestion, Names names, String step, Form<?> form, Viewer viewer) {
        return Pages.show("policies/suggestion", page(policy, suggestion, names, step, null, viewer), form);
    }

    private static String nextStep(Suggestion suggestion, Viewer viewer) {
        if (!PolicyRights.looksAfter(viewer)) {
            return "";
        }
        return switch (suggestion.state()) {
            case SUBMITTED -> "acknowledge";
            case ACKNOWLEDGED -> "consider";
            case CONSIDERED -> "decide";
            case DECIDED, IN_VERSION -> "";
        };
    }

    private SuggestionPage page(
            Policy policy, Suggestion suggestion, Names names, String step, @Nullable String done, Viewer viewer) {
        Suggestion.Consideration how = suggestion.considered();
        String account = String.valueOf(viewer.account());
        boolean mine = suggestion.author().equals(account);
        boolean agreed = suggestion.also().contains(account);
        return new SuggestionPage(
                policy,
                suggestion,
                times.say(suggestion.at()),
                PolicyRights.looksAfter(viewer) ? names.of(suggestion.author()).name() : null,
                mine,
                steps(suggestion),
                how == null ? "" : say("policies.considered.by", how.by(), Times.inFull(how.on())),
                suggestion.decision(),
                outcome(suggestion),
                suggestion.also().size(),
                PolicyRights.maySuggest(viewer) && !mine && !agreed && !suggestion.answered(),
                agreed,
                step,
                Stream.of(Suggestion.Outcome.values())
                        .map(one -> new Choice(one.slug(), say("policies.outcome." + one.slug()), null))
                        .toList(),
                done);
    }

    private List<Step> steps(Suggestion suggestion) {
        boolean refused =
                suggestion.decision() != null && suggestion.decision().outcome() == Suggestion.Outcome.NOT_ADOPTED;
        return Stream.of(Suggestion.State.values())
                .filter(state -> !refused || state != Suggestion.State.IN_VERSION)
                .map(state -> new Step(
                        state == Suggestion.State.IN_VERSION && suggestion.version() != null
                                ? say("policies.step.version", suggestion.version())
                                : state == Suggestion.State.DECIDED && suggestion.answered()
                                        ? say("policies.outcome." + outcome(suggestion))
                                        : say("policies.state." + state.slug()),
                        suggestion.state().compareTo(state) >= 0))
                .toList();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
