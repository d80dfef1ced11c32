package hub.forum.groups.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.text.InputText;

/** Why something is done. */
record ReasonForm(
        @Text(least = 3, most = 500, message = "groups.reason.length")
        String reason,

        String formKey) {
    ReasonForm {
        reason = InputText.cleanText(reason).strip();
        formKey = FormKey.orFresh(formKey);
    }

    static ReasonForm empty() {
        return new ReasonForm("", "");
    }
}
