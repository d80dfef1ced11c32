package hub.resources.library.web;

import hub.resources.library.Piece;
import hub.resources.library.Topic;
import hub.resources.standards.TsdStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guide to read.
 *
 * @param checked "14 September 2026"
 * @param next by when it is to be checked again, likewise
 * @param due whether that is past
 * @param files to be saved
 * @param edit where its files are changed; null for whoever may not
 */
record PiecePage(
        Piece piece,
        String checked,
        String next,
        boolean due,
        List<Topic> topics,
        List<TsdStandard> standards,
        List<PieceLine> related,
        List<FileLine> files,
        @Nullable String edit) {}
