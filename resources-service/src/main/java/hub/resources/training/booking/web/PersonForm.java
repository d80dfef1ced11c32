package hub.resources.training.booking.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.text.InputText;

/**
 * Somebody whom staff put down: typed, then chosen where several have such a name.
 *
 * @param person the beginning of a name
 * @param chosen the account, where several have such a name; empty before
 */
record PersonForm(
        @Text(
                least = 2,
                most = 60,
                missing = "training.people.person.missing",
                message = "training.people.person.missing")
        String person,

        String chosen,
        String formKey) {
    PersonForm {
        person = InputText.clean(person);
        chosen = InputText.orEmpty(chosen);
        formKey = FormKey.orFresh(formKey);
    }

    static PersonForm blank() {
        return new PersonForm("", "", "");
    }
}
