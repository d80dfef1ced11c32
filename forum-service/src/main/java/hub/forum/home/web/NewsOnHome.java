package hub.forum.home.web;

import hub.platform.pages.HomeNews;
import java.util.List;

/**
 * The news of a home page.
 *
 * @param lines as this process has them, or none
 * @param html the same list as the service that publishes made it, or empty; written by that service, not by people
 * @param away whether that service could not be asked
 */
record NewsOnHome(List<HomeNews.Line> lines, String html, boolean away) {
    static final NewsOnHome AWAY = new NewsOnHome(List.of(), "", true);
    static final NewsOnHome NONE = new NewsOnHome(List.of(), "", false);

    static NewsOnHome of(List<HomeNews.Line> lines) {
        return new NewsOnHome(lines, "", false);
    }

    static NewsOnHome of(String html) {
        return new NewsOnHome(List.of(), html.strip(), false);
    }

    public boolean some() {
        return !lines.isEmpty() || !html.isEmpty();
    }

    public boolean none() {
        return !some() && !away;
    }
}
