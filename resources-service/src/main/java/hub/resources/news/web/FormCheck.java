package hub.resources.news.web;

import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.resources.audiences.Audience;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.Particulars;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Timing;
import hub.resources.publishing.TrainingFacts;
import hub.resources.standards.TsdStandard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Makes a manuscript of what was typed, and says of each answer what is wrong with it. A draft may lack things, but not be wrong. */
final class FormCheck {
    private final PublicationForm form;
    private final Kind kind;
    private final Instant now;

    /** @param now before which nothing is planned */
    FormCheck(PublicationForm form, Kind kind, Instant now) {
        this.form = form;
        this.kind = kind;
        this.now = now;
    }

    /** Empty if something is wrong; then the errors say what. */
    Optional<Manuscript> draft(List<TsdStandard> standards, BindingResult errors) {
        return manuscript(standards, false, errors);
    }

    /** As a draft, and it has everything that readers need. */
    Optional<Manuscript> complete(List<TsdStandard> standards, BindingResult errors) {
        return manuscript(standards, true, errors);
    }

    /** As complete; it says what changed, if readers see a difference, and that it is meant, if more people come to read it. */
    Optional<Manuscript> correction(Publication published, List<TsdStandard> standards, BindingResult errors) {
        Optional<Manuscript> manuscript = manuscript(standards, true, errors);
        Answers.fact(
                "what",
                form.what(),
                manuscript.filter(published::readsOtherwise).isPresent(),
                errors);
        if (manuscript.filter(this::widensUnasked).filter(published::widenedBy).isPresent()) {
            Answers.reject(errors, "widen", "news.widen.missing");
        }
        return errors.hasErrors() ? Optional.empty() : manuscript;
    }

    private boolean widensUnasked(Manuscript manuscript) {
        return !form.widen().contains(manuscript.audience().slug());
    }

    /** What changed, in a correction, as it is kept. */
    String what() {
        return InputText.clean(form.what());
    }

    boolean textTooLong(BindingResult errors) {
        Answers.atMost(errors, "text", InputText.cleanText(form.text()), Manuscript.LONGEST_TEXT);
        return errors.hasErrors();
    }

    private Optional<Manuscript> manuscript(List<TsdStandard> standards, boolean complete, BindingResult errors) {
        String title = InputText.clean(form.title());
        String summary = InputText.clean(form.summary());
        String text = InputText.cleanText(form.text());
        if (InputText.length(title) < Manuscript.SHORTEST_TITLE) {
            Answers.reject(errors, "title", "news.title.short");
        } else {
            Answers.atMost(errors, "title", title, Manuscript.LONGEST_TITLE);
        }
        Answers.required(errors, "summary", summary, complete);
        Answers.atMost(errors, "summary", summary, Manuscript.LONGEST_SUMMARY);
        Answers.required(errors, "text", text.strip(), complete);
        Answers.atMost(errors, "text", text, Manuscript.LONGEST_TEXT);
        // The local offer is for everybody, whatever the legal order.
        Optional<Audience> audience =
                kind == Kind.LOCAL_OFFER ? Optional.of(Audience.PUBLIC) : Slug.find(Audience.class, form.audience());
        if (audience.isEmpty()) {
            Answers.reject(errors, "audience", "news.audience.missing");
        }
        boolean mustRead = form.mustRead() && kind != Kind.CAMPAIGN && kind != Kind.LOCAL_OFFER;
        if (mustRead && audience.equals(Optional.of(Audience.PUBLIC))) {
            Answers.reject(errors, "mustRead", "news.mustRead.public");
        }
        TrainingFacts training =
                kind == Kind.TRAINING_NOTICE ? new TrainingCheck(form).facts(standards, complete, errors) : null;
        Particulars particulars = new ParticularsCheck(form, kind).particulars(standards, complete, errors);
        Timing timing = timing(errors);
        return errors.hasErrors()
                ? Optional.empty()
                : audience.map(readers ->
                        new Manuscript(readers, title, summary, text, mustRead, training, particulars, timing));
    }

    /** Each moment has a day and a time, or neither; what is over by now cannot be planned. */
    private Timing timing(BindingResult errors) {
        Instant from = moment("publishOn", form.publishOn(), "publishAt", form.publishAt(), errors);
        Instant until = moment("goesOn", form.goesOn(), "goesAt", form.goesAt(), errors);
        if (from != null && until != null && !until.isAfter(from)) {
            Answers.reject(errors, "goesOn", "news.goesOn.early");
        }
        return new Timing(from, until);
    }

    private @Nullable Instant moment(String day, TypedDate on, String hour, TypedTime at, BindingResult errors) {
        boolean whole = !on.isEmpty() || !at.isEmpty();
        Answers.understood(day, on, whole, errors);
        Answers.understood(hour, at, whole, errors);
        Instant moment = Answers.at(hour, on.date(), at.time(), errors);
        if (moment != null && !moment.isAfter(now)) {
            Answers.reject(errors, day, "news." + day + ".over");
        }
        return moment;
    }
}
