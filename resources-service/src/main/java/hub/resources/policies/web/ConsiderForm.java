package hub.resources.policies.web;

import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.text.InputText;

/** By whom and when a suggestion was considered, as it is typed. */
record ConsiderForm(
        @Text(least = 3, most = 120, message = "policies.consider.by.length")
        String by,

        @Understood(message = "policies.consider.on.missing")
        TypedDate on) {
    ConsiderForm {
        by = InputText.clean(by);
        on = TypedDate.orNone(on);
    }
}
