package hub.resources.training.web;

import hub.resources.publishing.PublicationLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of training that is still to come.
 *
 * @param earlier where the list begins, on any page but the first; else null
 * @param later where the next page is; null on the last
 */
record ListPage(
        List<PublicationLine> lines,
        @Nullable String earlier,
        @Nullable String later) {}
