package hub.forum.mentoring.web;

import hub.forum.mentoring.Contact;
import hub.forum.mentoring.MentorshipWords;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the two note, in one of several forms of one page.
 *
 * @param what goal, contact or next: which of the forms it is
 * @param text of a goal
 * @param day of a contact; kind as in {@link Contact.Kind#slug}; minutes as typed
 * @param next the day of the next contact; empty for none
 */
record JournalForm(
        String what,
        String text,
        TypedDate day,
        String kind,

        @Text(most = 10, message = "mentoring.contact.minutes.wrong")
        String minutes,

        TypedDate next,
        String progress,
        String formKey)
        implements Checked {
    private static final int LEAST_GOAL = 3;
    private static final int MOST_GOAL = 200;

    JournalForm {
        what = InputText.clean(what);
        text = InputText.clean(text);
        day = TypedDate.orNone(day);
        kind = InputText.clean(kind);
        minutes = InputText.clean(minutes);
        next = TypedDate.orNone(next);
        progress = InputText.clean(progress);
        formKey = FormKey.orFresh(formKey);
    }

    static JournalForm empty() {
        return new JournalForm("", "", TypedDate.NONE, "", "", TypedDate.NONE, "", "");
    }

    @Override
    public void check(Errors errors) {
        switch (what) {
            case "goal" -> {
                int length = InputText.length(text);
                if (length < LEAST_GOAL || length > MOST_GOAL) {
                    errors.rejectValue("text", "mentoring.goal.text.length");
                }
            }
            case "contact" -> checkContact(errors);
            case "next" -> {
                if (!next.isEmpty() && next.date() == null) {
                    errors.rejectValue("next", "mentoring.next.wrong");
                }
            }
            case "progress" -> {
                if (Slug.find(MentorshipWords.Progress.class, progress).isEmpty()) {
                    errors.reject("mentoring.progress.missing");
                }
            }
            default -> errors.reject("mentoring.what.missing");
        }
    }

    private void checkContact(Errors errors) {
        if (day.date() == null) {
            errors.rejectValue("day", "mentoring.contact.day.missing");
        }
        if (Slug.find(Contact.Kind.class, kind).isEmpty()) {
            errors.rejectValue("kind", "mentoring.contact.kind.missing");
        }
        int typed = InputText.number(minutes);
        if (typed < Contact.LEAST_MINUTES || typed > Contact.MOST_MINUTES) {
            errors.rejectValue("minutes", "mentoring.contact.minutes.wrong");
        }
    }

    /** Of a form without mistakes. */
    Contact contact() {
        return new Contact(
                Objects.requireNonNull(day.date()),
                Slug.find(Contact.Kind.class, kind).orElseThrow(),
                InputText.number(minutes));
    }

    /** Likewise; null for none. */
    @Nullable
    LocalDate nextDay() {
        return next.date();
    }
}
