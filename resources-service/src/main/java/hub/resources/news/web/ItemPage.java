package hub.resources.news.web;

import hub.platform.identity.PersonName;
import hub.platform.time.Moment;
import hub.resources.publishing.Publication;
import org.jspecify.annotations.Nullable;

/**
 * A news item to read.
 *
 * @param updated "Updated 3 May"; empty if it was never corrected
 * @param readBy by when the viewer is asked to have read it, and to say so; empty if they are not asked
 * @param read whether they have
 * @param readers how many have, for editors where people are asked; else null
 * @param done the message key of what an editor has just done
 */
record ItemPage(
        Publication item,
        String kind,
        Moment time,
        String updated,
        PersonName author,
        String readBy,
        boolean read,
        @Nullable Readers readers,
        @Nullable String done) {

    /** Of those who are asked. */
    record Readers(int has, int all) {}
}
