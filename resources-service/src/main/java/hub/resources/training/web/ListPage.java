package hub.resources.training.web;

import hub.resources.publishing.PublicationLine;
import hub.resources.training.courses.DateLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of training that is still to come.
 *
 * @param dates the soonest ones to book, on the first page
 * @param lines notices
 * @param earlier where the list begins, on any page but the first; else null
 * @param later where the next page is; null on the last
 * @param manages whether the viewer runs training
 * @param books whether the viewer can book
 */
record ListPage(
        List<DateLine> dates,
        List<PublicationLine> lines,
        @Nullable String earlier,
        @Nullable String later,
        boolean manages,
        boolean books) {}
