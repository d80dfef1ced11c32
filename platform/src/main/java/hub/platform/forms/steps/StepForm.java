package hub.platform.forms.steps;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A form that asks one question a page.
 *
 * @param name of the feature; never changed once landed, as drafts lie under it
 * @param type the record of all answers, with the rules of each
 * @param steps in the order in which they are asked
 */
public record StepForm<R>(String name, Class<R> type, List<Step<R>> steps) {
    public StepForm {
        steps = List.copyOf(steps);
    }

    /**
     * One question.
     *
     * @param name the last part of its page's address
     * @param fields of the record that it asks for
     * @param asked whether it is asked, after what was answered so far
     */
    public record Step<R>(String name, List<String> fields, Predicate<R> asked) {
        public static <R> Step<R> of(String name, String... fields) {
            return new Step<>(name, List.of(fields), answers -> true);
        }

        public Step<R> onlyIf(Predicate<R> condition) {
            return new Step<>(name, fields, condition);
        }
    }

    public Step<R> first() {
        return steps.getFirst();
    }

    /** Null if there is no such question. */
    public @Nullable Step<R> find(String step) {
        return steps.stream().filter(one -> one.name().equals(step)).findFirst().orElse(null);
    }

    /** The questions that are asked of whoever answered so. */
    public List<Step<R>> asked(R answers) {
        return steps.stream().filter(one -> one.asked().test(answers)).toList();
    }

    /** The question after this one; null after the last. */
    public @Nullable Step<R> after(Step<R> step, R answers) {
        return steps.stream()
                .skip(steps.indexOf(step) + 1L)
                .filter(one -> one.asked().test(answers))
                .findFirst()
                .orElse(null);
    }

    /** The question before this one; null before the first. */
    public @Nullable Step<R> before(Step<R> step, R answers) {
        return steps.stream()
                .limit(steps.indexOf(step))
                .filter(one -> one.asked().test(answers))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
