package hub.platform.pages;

import hub.platform.identity.Viewer;
import hub.platform.time.Moment;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What staff published lately, for the home page. The service that publishes provides it; the one that shows the home page asks for it, here
 * where both are one process, and for the fragment {@link #PATH} where they are not.
 */
public interface HomeNews {
    /** Where the list stands as HTML, without a page around it, for whoever's session asks. */
    String PATH = "/news/latest";

    /** How many the home page shows. */
    int ON_HOME = 4;

    /** The newest publications that this viewer may read, newest first. */
    Mono<List<Line>> latest(Viewer viewer, int limit);

    /**
     * One publication in a list.
     *
     * @param kind as a word for the page: "News", "Best practice", "Training"
     * @param updated "Updated 3 May", or empty
     */
    record Line(
            String href, String kind, String title, String summary, Moment time, boolean mustRead, String updated) {}
}
