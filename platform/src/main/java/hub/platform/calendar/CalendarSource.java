package hub.platform.calendar;

import hub.platform.identity.Viewer;
import java.time.Instant;
import reactor.core.publisher.Flux;

/** The dates of a feature in everybody's own calendar. A feature provides one as a bean. */
public interface CalendarSource {
    /**
     * What the viewer may know of now, and takes part in or wants to be told of. Asked anew at each reading: whoever has left a group finds none of its titles any more,
     * whatever they were told before.
     *
     * @param from inclusive, by the start
     * @param to exclusive
     * @return in any order, bounded by the feature; the calendar takes {@link CalendarFeeds#MOST_ENTRIES} of each
     */
    Flux<CalendarEntry> entries(Viewer viewer, Instant from, Instant to);
}
