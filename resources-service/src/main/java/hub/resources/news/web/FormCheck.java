package hub.resources.news.web;

import hub.platform.calendar.WallTime;
import hub.platform.forms.TypedAnswer;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Unclear;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.resources.audiences.Audience;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Timing;
import hub.resources.publishing.TrainingFacts;
import hub.resources.standards.TsdStandard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Makes a manuscript of what was typed, and says of each answer what is wrong with it. A draft may lack things, but not be wrong. */
final class FormCheck {
    private static final int MOST_PLACES = 1_000;
    private static final int MOST_HOURS = 100;

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
        fact("what", form.what(), manuscript.filter(published::readsOtherwise).isPresent(), errors);
        if (manuscript.filter(this::widensUnasked).filter(published::widenedBy).isPresent()) {
            reject(errors, "widen", "news.widen.missing");
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
        atMost(errors, "text", InputText.cleanText(form.text()), Manuscript.LONGEST_TEXT);
        return errors.hasErrors();
    }

    private Optional<Manuscript> manuscript(List<TsdStandard> standards, boolean complete, BindingResult errors) {
        String title = InputText.clean(form.title());
        String summary = InputText.clean(form.summary());
        String text = InputText.cleanText(form.text());
        if (InputText.length(title) < Manuscript.SHORTEST_TITLE) {
            reject(errors, "title", "news.title.short");
        } else {
            atMost(errors, "title", title, Manuscript.LONGEST_TITLE);
        }
        required(errors, "summary", summary, complete);
        atMost(errors, "summary", summary, Manuscript.LONGEST_SUMMARY);
        required(errors, "text", text.strip(), complete);
        atMost(errors, "text", text, Manuscript.LONGEST_TEXT);
        Optional<Audience> audience = Slug.find(Audience.class, form.audience());
        if (audience.isEmpty()) {
            reject(errors, "audience", "news.audience.missing");
        }
        if (form.mustRead() && audience.equals(Optional.of(Audience.PUBLIC))) {
            reject(errors, "mustRead", "news.mustRead.public");
        }
        TrainingFacts training = switch (kind) {
            case TRAINING_NOTICE -> training(standards, complete, errors);
            case NEWS, BEST_PRACTICE, BLOG -> null;
        };
        Timing timing = timing(errors);
        return errors.hasErrors()
                ? Optional.empty()
                : audience.map(
                        readers -> new Manuscript(readers, title, summary, text, form.mustRead(), training, timing));
    }

    /** Each moment has a day and a time, or neither; what is over by now cannot be planned. */
    private Timing timing(BindingResult errors) {
        Instant from = moment("publishOn", form.publishOn(), "publishAt", form.publishAt(), errors);
        Instant until = moment("goesOn", form.goesOn(), "goesAt", form.goesAt(), errors);
        if (from != null && until != null && !until.isAfter(from)) {
            reject(errors, "goesOn", "news.goesOn.early");
        }
        return new Timing(from, until);
    }

    private @Nullable Instant moment(String day, TypedDate on, String hour, TypedTime at, BindingResult errors) {
        boolean whole = !on.isEmpty() || !at.isEmpty();
        understood(day, on, whole, errors);
        understood(hour, at, whole, errors);
        Instant moment = at(hour, on.date(), at.time(), errors);
        if (moment != null && !moment.isAfter(now)) {
            reject(errors, day, "news." + day + ".over");
        }
        return moment;
    }

    private TrainingFacts training(List<TsdStandard> standards, boolean complete, BindingResult errors) {
        // A draft says all of when it is, or nothing: half of it cannot be kept as a point in time.
        boolean whole =
                complete || Stream.of(form.date(), form.starts(), form.ends()).anyMatch(answer -> !answer.isEmpty());
        understood("date", form.date(), whole, errors);
        understood("starts", form.starts(), whole, errors);
        understood("ends", form.ends(), whole, errors);
        LocalDate date = form.date().date();
        LocalTime starts = form.starts().time();
        LocalTime ends = form.ends().time();
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            reject(errors, "ends", "news.ends.early");
        }
        return new TrainingFacts(
                at("starts", date, starts, errors),
                at("ends", date, ends, errors),
                fact("venue", form.venue(), complete, errors),
                fact("stepFree", form.stepFree(), false, errors),
                fact("children", form.children(), false, errors),
                fact("refreshments", form.refreshments(), false, errors),
                places(errors),
                hours(errors),
                standards.stream()
                        .map(TsdStandard::number)
                        .filter(number -> form.standards().contains(number.toString()))
                        .toList(),
                fact("whatToExpect", form.whatToExpect(), false, errors),
                fact("book", form.book(), complete, errors));
    }

    private static @Nullable Instant at(
            String field, @Nullable LocalDate date, @Nullable LocalTime time, BindingResult errors) {
        if (date == null || time == null) {
            return null;
        }
        try {
            return WallTime.of(date, time).instant();
        } catch (Rejected noSuchTime) {
            reject(errors, field, noSuchTime.messageKey(), noSuchTime.arguments());
            return null;
        }
    }

    private static void understood(String field, TypedAnswer answer, boolean required, BindingResult errors) {
        Unclear unclear = answer.unclear();
        if (unclear != null) {
            reject(errors, field, unclear.messageKey(), answer.about());
        } else if (required && answer.isEmpty()) {
            reject(errors, field, "news." + field + ".missing");
        }
    }

    private static String fact(String field, String typed, boolean required, BindingResult errors) {
        String line = InputText.clean(typed);
        required(errors, field, line, required);
        atMost(errors, field, line, Manuscript.LONGEST_FACT);
        return line;
    }

    private @Nullable Integer places(BindingResult errors) {
        String said = InputText.clean(form.places());
        if (said.isEmpty()) {
            return null;
        }
        int number = said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : 0;
        if (number < 1 || number > MOST_PLACES) {
            reject(errors, "places", "news.places.wrong", MOST_PLACES);
            return null;
        }
        return number;
    }

    private @Nullable Double hours(BindingResult errors) {
        String said = InputText.clean(form.hours());
        if (said.isEmpty()) {
            return null;
        }
        double number = said.matches("[0-9]{1,3}([.][0-9]{1,2})?") ? Double.parseDouble(said) : -1;
        if (number <= 0 || number > MOST_HOURS || number * 4 != Math.rint(number * 4)) {
            reject(errors, "hours", "news.hours.wrong");
            return null;
        }
        return number;
    }

    private static void required(BindingResult errors, String field, String value, boolean required) {
        if (required && value.isEmpty()) {
            reject(errors, field, "news." + field + ".missing");
        }
    }

    private static void atMost(BindingResult errors, String field, String value, int most) {
        if (InputText.length(value) > most) {
            reject(errors, field, "news.tooLong", most);
        }
    }

    private static void reject(BindingResult errors, String field, String key, Object... arguments) {
        errors.rejectValue(field, key, arguments, key);
    }
}
