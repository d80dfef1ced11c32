package hub.platform.pages;

import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Dates to which anybody may come, for a page of another service. The service that has the meetings provides it; the one that shows the page asks for it, here where both
 * are one process, and for the fragment {@link #PATH} where they are not.
 */
public interface PublicDates {
    /** Where the list stands as HTML, without a page around it. */
    String PATH = "/clusters/between";

    /** Names of the query: the first and the last day, such as 2026-10-05. */
    String FROM = "from";

    String TO = "to";

    /** How many are shown. */
    int MOST = 40;

    /** From the first day to the last one, the soonest first; those that are over too. At most {@link #MOST}. */
    Mono<List<Line>> between(LocalDate from, LocalDate to);

    /**
     * One meeting in a list.
     *
     * @param day "Wednesday 16 December, 10am"
     * @param where the family hub; or that it is online
     */
    record Line(String href, String title, String day, String where, String group, boolean cancelled) {}
}
