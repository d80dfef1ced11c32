package hub.resources.news.web;

import hub.platform.text.InputText;
import hub.resources.publishing.TrainingFacts;
import hub.resources.standards.TsdStandard;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What a training notice has besides its words. */
final class TrainingCheck {
    private static final int MOST_PLACES = 1_000;
    private static final int MOST_HOURS = 100;

    private final PublicationForm form;

    TrainingCheck(PublicationForm form) {
        this.form = form;
    }

    TrainingFacts facts(List<TsdStandard> standards, boolean complete, BindingResult errors) {
        // A draft says all of when it is, or nothing: half of it cannot be kept as a point in time.
        boolean whole =
                complete || Stream.of(form.date(), form.starts(), form.ends()).anyMatch(answer -> !answer.isEmpty());
        Answers.understood("date", form.date(), whole, errors);
        Answers.understood("starts", form.starts(), whole, errors);
        Answers.understood("ends", form.ends(), whole, errors);
        LocalDate date = form.date().date();
        LocalTime starts = form.starts().time();
        LocalTime ends = form.ends().time();
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            Answers.reject(errors, "ends", "news.ends.early");
        }
        return new TrainingFacts(
                Answers.at("starts", date, starts, errors),
                Answers.at("ends", date, ends, errors),
                Answers.fact("venue", form.venue(), complete, errors),
                Answers.fact("stepFree", form.stepFree(), false, errors),
                Answers.fact("children", form.children(), false, errors),
                Answers.fact("refreshments", form.refreshments(), false, errors),
                places(errors),
                hours(errors),
                standards.stream()
                        .map(TsdStandard::number)
                        .filter(number -> form.standards().contains(number.toString()))
                        .toList(),
                Answers.fact("whatToExpect", form.whatToExpect(), false, errors),
                Answers.fact("book", form.book(), complete, errors));
    }

    private @Nullable Integer places(BindingResult errors) {
        String said = InputText.clean(form.places());
        if (said.isEmpty()) {
            return null;
        }
        int number = said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : 0;
        if (number < 1 || number > MOST_PLACES) {
            Answers.reject(errors, "places", "news.places.wrong", MOST_PLACES);
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
            Answers.reject(errors, "hours", "news.hours.wrong");
            return null;
        }
        return number;
    }
}
