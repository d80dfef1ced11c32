package hub.resources.policies.web;

import hub.platform.forms.Checked;
import hub.platform.forms.Text;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.resources.policies.suggestions.Suggestion;
import org.springframework.validation.Errors;

/** What is decided about a suggestion, as it is typed. @param said the suggestion in words that everybody may read */
record DecideForm(
        String outcome,

        @Text(least = 3, most = 300, missing = "policies.decide.said.missing", message = "policies.decide.said.long")
        String said,

        @Text(
                least = 3,
                most = 1_000,
                missing = "policies.decide.reason.missing",
                message = "policies.decide.reason.long")
        String reason)
        implements Checked {
    DecideForm {
        outcome = InputText.clean(outcome);
        said = InputText.clean(said);
        reason = InputText.cleanText(reason).strip();
    }

    @Override
    public void check(Errors errors) {
        if (Slug.find(Suggestion.Outcome.class, outcome).isEmpty()) {
            errors.rejectValue("outcome", "policies.decide.outcome.missing", "policies.decide.outcome.missing");
        }
    }

    /** Of a form without errors. */
    Suggestion.Outcome chosen() {
        return Slug.find(Suggestion.Outcome.class, outcome).orElseThrow();
    }
}
