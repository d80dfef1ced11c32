package hub.resources.library.web;

import hub.resources.library.Piece;
import hub.resources.library.Topic;
import hub.resources.standards.TsdStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guide to read.
 *
 * @param shown what is the same for all who may read it
 * @param readBy by when the viewer is asked to have read it, and to say so; empty if they are not asked
 * @param read whether they have
 * @param kept whether the viewer keeps it at hand; null for whoever cannot, as they are not signed in
 * @param done the message key of what they have just done; null for nothing
 */
record PiecePage(
        Shown shown,
        String readBy,
        boolean read,
        @Nullable Boolean kept,
        @Nullable String done) {
    /**
     * What is the same for all.
     *
     * @param reviewed "September 2026"
     * @param checked "14 September 2026"
     * @param next by when it is to be checked again, likewise
     * @param due whether that is past
     * @param instead the title of the guide whose place this one has taken, for whoever followed a link to it; else null
     * @param files to be saved
     * @param edit where its files are changed; null for whoever may not
     * @param readers where editors see who has read it; null for others, and where nobody is asked
     */
    record Shown(
            Piece piece,
            String reviewed,
            String checked,
            String next,
            boolean due,
            @Nullable String instead,
            List<Topic> topics,
            List<TsdStandard> standards,
            List<PieceLine> related,
            List<FileLine> files,
            @Nullable String edit,
            @Nullable String readers) {}
}
