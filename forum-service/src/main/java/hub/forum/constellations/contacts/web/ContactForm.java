package hub.forum.constellations.contacts.web;

import hub.forum.constellations.contacts.Contacts;
import hub.forum.constellations.contacts.SupportContact;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Objects;
import org.springframework.validation.Errors;

/**
 * A support contact as somebody writes it down.
 *
 * @param carer an account; empty for whoever writes
 * @param way of {@link SupportContact.Way}; kind, length and risk likewise
 * @param followUp by when something more is wanted; empty if nothing is
 */
record ContactForm(
        String carer,

        @Understood(message = "constellations.contacts.day.missing")
        TypedDate day,

        String way,
        String kind,
        String length,
        String risk,

        @Careful @Text(most = SupportContact.LONGEST_LINE, message = "constellations.contacts.helped.length")
        String helped,

        TypedDate followUp,
        String formKey)
        implements Checked {

    ContactForm {
        carer = InputText.clean(carer);
        day = TypedDate.orNone(day);
        way = InputText.clean(way);
        kind = InputText.clean(kind);
        length = InputText.clean(length);
        risk = InputText.clean(risk);
        helped = InputText.clean(helped);
        followUp = TypedDate.orNone(followUp);
        formKey = FormKey.orFresh(formKey);
    }

    static ContactForm empty(TypedDate today) {
        return new ContactForm("", today, "", "", "", "", "", TypedDate.NONE, "");
    }

    @Override
    public void check(Errors errors) {
        require(errors, "way", Slug.find(SupportContact.Way.class, way).isPresent());
        require(errors, "kind", Slug.find(SupportContact.Kind.class, kind).isPresent());
        require(errors, "length", Slug.find(SupportContact.Length.class, length).isPresent());
        require(errors, "risk", Slug.find(SupportContact.Risk.class, risk).isPresent());
        require(errors, "followUp", followUp.isEmpty() || followUp.date() != null);
    }

    private static void require(Errors errors, String field, boolean fine) {
        if (!fine) {
            errors.rejectValue(field, "constellations.contacts." + field + ".missing");
        }
    }

    /** Of a form without mistakes. @param writer the account of whoever writes */
    Contacts.Told told(String writer) {
        return new Contacts.Told(
                carer.isEmpty() ? writer : carer,
                Objects.requireNonNull(day.date()),
                Slug.find(SupportContact.Way.class, way).orElseThrow(),
                Slug.find(SupportContact.Kind.class, kind).orElseThrow(),
                Slug.find(SupportContact.Length.class, length).orElseThrow(),
                Slug.find(SupportContact.Risk.class, risk).orElseThrow(),
                helped,
                followUp.date());
    }
}
