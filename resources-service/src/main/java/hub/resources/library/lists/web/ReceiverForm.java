package hub.resources.library.lists.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.text.InputText;

/**
 * To whom a list is sent: typed, then chosen where several have such a name.
 *
 * @param person the beginning of a name
 * @param chosen the account, where several have such a name; empty before
 */
record ReceiverForm(
        @Text(least = 2, most = 60, missing = "library.lists.person.missing", message = "library.lists.person.missing")
        String person,

        String chosen,
        String formKey) {
    ReceiverForm {
        person = InputText.clean(person);
        chosen = InputText.orEmpty(chosen);
        formKey = FormKey.orFresh(formKey);
    }

    static ReceiverForm blank() {
        return new ReceiverForm("", "", "");
    }
}
