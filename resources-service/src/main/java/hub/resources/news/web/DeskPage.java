package hub.resources.news.web;

import hub.resources.publishing.PublicationLine;
import hub.resources.publishing.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The editors' list of one state. */
record DeskPage(
        State state,
        List<NewsSections.Section> sections,
        List<DeskLine> lines,
        @Nullable String newer,
        @Nullable String older,
        @Nullable String done) {

    /**
     * @param edit where it is worked on; null if that is over
     * @param appears when it is to appear, in full; empty unless it is scheduled
     * @param sentBack whether a second person gave it back to its writer
     */
    record DeskLine(
            PublicationLine line, String by, @Nullable String edit, String appears, boolean sentBack) {}
}
