package hub.resources.training.courses;

import hub.resources.audiences.Audience;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a course is.
 *
 * @param title 3 to 120 characters
 * @param purpose what one can do after it, 1 to 600 characters
 * @param audience who may know of it and book; never the public, who cannot
 * @param hours that count towards a carer's training, in quarters, to 100
 * @param standards numbers of TSD standards
 * @param validMonths after which it is to be done again, 1 to 120; null if it lasts
 * @param prerequisites what to have done before; may be empty
 * @param materials an address in the library to read with it; may be empty
 * @param provider who runs it if not the fostering service itself, such as a charity; empty for the service
 */
public record Outline(
        String title,
        String purpose,
        Audience audience,
        Mandatory mandatory,
        double hours,
        List<Integer> standards,
        @Nullable Integer validMonths,
        String prerequisites,
        String materials,
        String provider) {
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_PURPOSE = 600;
    public static final int LONGEST_LINE = 200;
    public static final int MOST_HOURS = 100;
    public static final int MOST_MONTHS = 120;

    public Outline {
        standards = List.copyOf(standards);
    }
}
