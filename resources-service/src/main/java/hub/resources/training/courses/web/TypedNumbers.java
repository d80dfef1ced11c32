package hub.resources.training.courses.web;

import hub.resources.training.courses.Outline;
import java.util.Optional;

/** Numbers that people type in the forms of training. */
public final class TypedNumbers {
    private TypedNumbers() {}

    /** Hours in quarters, above 0, to {@value Outline#MOST_HOURS}: "2", "2.5"; empty if they are none. */
    public static Optional<Double> hours(String typed) {
        if (!typed.matches("[0-9]{1,3}([.][0-9]{1,2})?")) {
            return Optional.empty();
        }
        double number = Double.parseDouble(typed);
        boolean quarters = number * 4 == Math.rint(number * 4);
        return number > 0 && number <= Outline.MOST_HOURS && quarters ? Optional.of(number) : Optional.empty();
    }

    /** The version that a form was shown with; -1 if it is none. */
    static long version(String sent) {
        return sent.matches("[0-9]{1,15}") ? Long.parseLong(sent) : -1;
    }
}
