package hub.forum.mentoring;

import hub.platform.text.Slug;
import java.time.LocalDate;

/**
 * That mentor and mentee were in touch. What was said is never written down here.
 *
 * @param minutes how long, 5 to 600
 */
public record Contact(LocalDate day, Kind kind, int minutes) {
    public static final int LEAST_MINUTES = 5;
    public static final int MOST_MINUTES = 600;

    /** How they were in touch. */
    public enum Kind implements Slug {
        CALL,
        VISIT,
        OUT_TOGETHER,
        MESSAGES
    }
}
