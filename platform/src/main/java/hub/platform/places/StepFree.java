package hub.platform.places;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether somebody gets in, and to a toilet, without a step. */
public enum StepFree {
    ALL,
    PART,
    NONE;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As of a form, where anything can come. */
    public static Optional<StepFree> find(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
}
