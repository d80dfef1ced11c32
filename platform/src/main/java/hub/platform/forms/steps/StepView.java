package hub.platform.forms.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code parts/steps} shows beside the question.
 *
 * @param step its name
 * @param number of the question, from 1, and of how many
 * @param action where the answer is sent
 * @param back the page before
 * @param link the whole address by which one can go on within a week; null before something is kept
 */
public record StepView(
        String step,
        int number,
        int of,
        String action,
        String back,
        @Nullable String link) {
    /** @param path of the form's pages, such as {@code /enquiries/new}; the first question and the page before it have no draft yet */
    public static <R> StepView of(
            StepForm<R> form, StepForm.Step<R> step, R answers, String path, @Nullable String draft, String before) {
        List<StepForm.Step<R>> asked = form.asked(answers);
        StepForm.Step<R> earlier = form.before(step, answers);
        String own = draft == null ? path : path + "/" + draft + "/" + step.name();
        String back = earlier == null ? before : path + "/" + draft + "/" + earlier.name();
        return new StepView(step.name(), asked.indexOf(step) + 1, asked.size(), own, back, draft == null ? null : own);
    }

    /**
     * A line of the page on which all answers are looked at before they are sent.
     *
     * @param change the page of the question
     */
    public record Answer(String question, String answer, String change) {}
}
