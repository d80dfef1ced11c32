package hub.resources.policies.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.text.InputText;
import hub.resources.policies.Clause;
import hub.resources.policies.Policy;
import hub.resources.policies.revision.NextVersions;

/**
 * A clause as it is typed.
 *
 * @param after anchor of the clause before it; for a new one
 * @param revision of the policy that the form was shown with
 */
record ClauseForm(
        @Text(
                least = 3,
                most = Clause.LONGEST_TITLE,
                missing = "policies.clause.title.missing",
                message = "policies.clause.title.long")
        String title,

        @Text(
                least = 3,
                most = Clause.LONGEST_TEXT,
                missing = "policies.clause.text.missing",
                message = "policies.clause.text.long")
        String text,

        String after,
        String revision,
        String formKey) {
    ClauseForm {
        title = InputText.clean(title);
        text = InputText.cleanText(text).strip();
        after = InputText.clean(after);
        revision = InputText.orEmpty(revision);
        formKey = FormKey.orFresh(formKey);
    }

    static ClauseForm blank(Policy policy) {
        return new ClauseForm(
                "", "", policy.written().clauses().getLast().anchor(), Long.toString(policy.revision()), "");
    }

    static ClauseForm of(Clause clause, Policy policy) {
        return new ClauseForm(clause.title(), clause.text(), "", Long.toString(policy.revision()), "");
    }

    NextVersions.Sent sent(String once) {
        return new NextVersions.Sent(InputText.number(revision), once);
    }
}
