package hub.forum.enquiries.web;

import hub.forum.ambassadors.Household;
import hub.forum.enquiries.Asked;
import hub.forum.enquiries.Enquiry;
import hub.platform.forms.Checked;
import hub.platform.forms.Text;
import hub.platform.forms.steps.StepForm;
import hub.platform.identity.EmailAddress;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.List;
import org.springframework.validation.Errors;

/** What is asked of somebody who thinks of fostering: nothing that is not needed to answer. */
record EnquiryForm(
        @Text(least = 1, most = 60, message = "enquiries.name.length")
        String name,

        @Text(most = 30, message = "enquiries.phone.wrong") String phone,
        @Text(most = 254, message = "enquiries.email.wrong") String email,
        String interest,

        @Text(most = 1_000, message = "enquiries.question.length")
        String question,

        String wanted,
        String carer,
        String household,

        @Text(most = 40, message = "enquiries.like.language.length")
        String language,

        @Text(most = 100, message = "enquiries.like.background.length")
        String background,

        String source)
        implements Checked {
    private static final String YES = "yes";

    static final StepForm<EnquiryForm> STEPS = new StepForm<>(
            "enquiries",
            EnquiryForm.class,
            List.of(
                    StepForm.Step.of("interest", "interest"),
                    StepForm.Step.of("question", "question"),
                    StepForm.Step.of("name", "name"),
                    StepForm.Step.of("contact", "phone", "email"),
                    StepForm.Step.of("next", "wanted"),
                    StepForm.Step.of("carer", "carer"),
                    StepForm.Step.<EnquiryForm>of("like", "household", "language", "background")
                            .onlyIf(EnquiryForm::wantsCarer),
                    StepForm.Step.of("source", "source")));
    private static final int LEAST_DIGITS = 7;

    EnquiryForm {
        name = InputText.clean(name);
        phone = InputText.clean(phone);
        email = InputText.clean(email);
        interest = InputText.clean(interest);
        question = InputText.cleanText(question).strip();
        wanted = InputText.clean(wanted);
        carer = InputText.clean(carer);
        household = InputText.clean(household);
        language = InputText.clean(language);
        background = InputText.clean(background);
        source = InputText.clean(source);
    }

    boolean wantsCarer() {
        return carer.equals(YES);
    }

    @Override
    public void check(Errors errors) {
        if (Slug.find(Asked.Interest.class, interest).isEmpty()) {
            errors.rejectValue("interest", "enquiries.interest.missing");
        }
        if (Slug.find(Asked.Wanted.class, wanted).isEmpty()) {
            errors.rejectValue("wanted", "enquiries.wanted.missing");
        }
        if (phone.isEmpty() && email.isEmpty()) {
            errors.rejectValue("phone", "enquiries.contact.missing");
        }
        if (!phone.isEmpty()
                && !errors.hasFieldErrors("phone")
                && phone.replaceAll("[^0-9]", "").length() < LEAST_DIGITS) {
            errors.rejectValue("phone", "enquiries.phone.wrong");
        }
        if (!email.isEmpty()
                && !errors.hasFieldErrors("email")
                && EmailAddress.of(email).isEmpty()) {
            errors.rejectValue("email", "enquiries.email.wrong");
        }
    }

    /** Of a form without mistakes. */
    Enquiry.Person person() {
        return new Enquiry.Person(
                name, phone, EmailAddress.of(email).map(EmailAddress::value).orElse(""));
    }

    /** Likewise. */
    Asked asked() {
        return new Asked(
                Slug.find(Asked.Interest.class, interest).orElseThrow(),
                question,
                Slug.find(Asked.Wanted.class, wanted).orElseThrow(),
                Asked.Source.orNotSaid(source),
                wishes());
    }

    /** Whom they would like to talk to; nothing of it unless they would like to talk to a carer at all. */
    Asked.Wishes wishes() {
        return wantsCarer()
                ? new Asked.Wishes(true, Slug.find(Household.class, household).orElse(null), language, background)
                : Asked.Wishes.NONE;
    }
}
