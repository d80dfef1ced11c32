package hub.forum.groups.web;

import hub.platform.web.FormKey;

/** Why something is done. */
record ReasonForm(String reason, String formKey) {
    ReasonForm {
        reason = Typed.orEmpty(reason);
        formKey = FormKey.orFresh(Typed.orEmpty(formKey));
    }

    static ReasonForm empty() {
        return new ReasonForm("", "");
    }
}
