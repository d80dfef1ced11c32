package hub.resources.library.web;

import hub.resources.audiences.Audience;
import hub.resources.library.Library.Counted;
import hub.resources.library.Topic;
import hub.resources.standards.TsdStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library's first page.
 *
 * @param used the most used of this month
 * @param fresh those that are new
 * @param audiences for whom there is something
 * @param offer whether there is a kinship local offer to read
 * @param more where the rest of what was lately checked is; null if that is all
 */
record IndexPage(
        List<PieceLine> starts,
        List<Counted<Topic>> topics,
        List<PieceLine> checked,
        List<Counted<TsdStandard>> standards,
        List<PieceLine> used,
        List<PieceLine> fresh,
        List<Counted<Audience>> audiences,
        @Nullable String more,
        boolean offer) {}
