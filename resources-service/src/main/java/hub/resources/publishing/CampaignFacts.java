package hub.resources.publishing;

import java.time.LocalDate;
import java.util.List;

/**
 * When a campaign is, and what its editors gathered for it. In a draft any of it may be missing: empty.
 *
 * @param from its first day, such as 2026-10-05: a text, as a day has no time zone
 * @param to its last day
 * @param pages addresses of news and guides of this hub, in the order in which they are shown
 */
public record CampaignFacts(String from, String to, List<String> pages) {
    public static final int MOST_PAGES = 20;
    /** Days: a campaign is a week, or a month at most. */
    public static final int LONGEST = 31;

    public CampaignFacts {
        pages = List.copyOf(pages);
    }

    boolean complete() {
        return !from.isEmpty() && !to.isEmpty();
    }

    /** @throws java.time.format.DateTimeParseException in a draft that does not say it yet */
    public LocalDate firstDay() {
        return LocalDate.parse(from);
    }

    /** @throws java.time.format.DateTimeParseException in a draft that does not say it yet */
    public LocalDate lastDay() {
        return LocalDate.parse(to);
    }
}
