package hub.resources.policies.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import hub.resources.policies.suggestions.Suggestion;

/** A suggestion as it is typed. @param clause anchor of a clause; empty for the whole policy */
record SuggestForm(
        String clause,

        @Careful(kept = false)
        @Text(
                least = 3,
                most = Suggestion.LONGEST,
                missing = "policies.suggest.text.missing",
                message = "policies.suggest.text.long")
        String text,

        String formKey) {
    SuggestForm {
        clause = InputText.clean(clause);
        text = InputText.cleanText(text).strip();
        formKey = FormKey.orFresh(formKey);
    }
}
