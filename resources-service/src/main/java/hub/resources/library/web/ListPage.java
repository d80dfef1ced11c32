package hub.resources.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of guides.
 *
 * @param title of a topic or standard; null for the list of all
 * @param first where the list begins, on any page but the first; else null
 * @param more where the next page is; null on the last
 */
record ListPage(
        @Nullable String title,
        List<PieceLine> lines,
        @Nullable String first,
        @Nullable String more) {}
