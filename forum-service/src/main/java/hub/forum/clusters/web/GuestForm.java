package hub.forum.clusters.web;

import hub.forum.meetings.Reply;
import hub.platform.forms.Checked;
import hub.platform.forms.Text;
import hub.platform.identity.EmailAddress;
import hub.platform.text.InputText;
import org.springframework.validation.Errors;

/**
 * Somebody without an account who wants to come.
 *
 * @param email as typed
 * @param adults a number, whoever asks included; likewise children
 */
record GuestForm(
        @Text(least = 1, most = 40, message = "clusters.reply.name.length")
        String name,

        @Text(least = 1, most = 254, message = "clusters.reply.email.wrong")
        String email,

        @Text(most = 10, message = "meetings.reply.adults.wrong")
        String adults,

        @Text(most = 10, message = "meetings.reply.children.wrong")
        String children)
        implements Checked {
    GuestForm {
        name = InputText.clean(name);
        email = InputText.clean(email);
        adults = InputText.clean(adults);
        children = InputText.clean(children);
    }

    static GuestForm empty() {
        return new GuestForm("", "", "1", "0");
    }

    @Override
    public void check(Errors errors) {
        if (!email.isEmpty() && EmailAddress.of(email).isEmpty() && !errors.hasFieldErrors("email")) {
            errors.rejectValue("email", "clusters.reply.email.wrong");
        }
        if (!within(adults, 1) && !errors.hasFieldErrors("adults")) {
            errors.rejectValue("adults", "meetings.reply.adults.wrong");
        }
        if (!children.isEmpty() && !within(children, 0) && !errors.hasFieldErrors("children")) {
            errors.rejectValue("children", "meetings.reply.children.wrong");
        }
    }

    private static boolean within(String typed, int least) {
        int number = InputText.number(typed);
        return number >= least && number <= Reply.MOST;
    }

    /** Of a form without mistakes, as are the numbers. */
    EmailAddress address() {
        return EmailAddress.of(email).orElseThrow();
    }

    int adultsCount() {
        return InputText.number(adults);
    }

    int childrenCount() {
        return children.isEmpty() ? 0 : InputText.number(children);
    }
}
