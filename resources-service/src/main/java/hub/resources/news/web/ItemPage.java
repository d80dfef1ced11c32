package hub.resources.news.web;

import hub.platform.identity.PersonName;
import hub.platform.time.Moment;
import hub.resources.publishing.Publication;
import org.jspecify.annotations.Nullable;

/**
 * A news item to read.
 *
 * @param updated "Updated 3 May"; empty if it was never corrected
 * @param asks whether the viewer is asked to say that they have read it
 * @param read whether they have
 * @param readers how many have, for editors; else null
 * @param done the message key of what an editor has just done
 */
record ItemPage(
        Publication item,
        String kind,
        Moment time,
        String updated,
        PersonName author,
        boolean asks,
        boolean read,
        @Nullable Long readers,
        @Nullable String done) {}
