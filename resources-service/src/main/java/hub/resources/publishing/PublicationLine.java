package hub.resources.publishing;

import hub.platform.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A publication in a list.
 *
 * @param kind as a word: "Best practice"
 * @param time when it was published; in the editors' list when it was last changed
 * @param mustRead whether this viewer has yet to say that they read it
 * @param day of training; else null
 * @param when of training: "Wednesday 2 December, 10am to 12.30pm"; else empty
 * @param venue of training; else empty
 * @param updated "Updated 3 May"; empty if it was never corrected
 * @param correction what changed then; may be empty
 */
public record PublicationLine(
        String href,
        String kind,
        String audience,
        String title,
        String summary,
        Moment time,
        boolean mustRead,
        @Nullable Day day,
        String when,
        String venue,
        String updated,
        String correction) {

    /** A day as a picture: "Thu", "3", "Dec". */
    public record Day(String weekday, String number, String month) {}
}
