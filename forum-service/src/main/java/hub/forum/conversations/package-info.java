/**
 * Lists of conversations over all places that the viewer may read: the latest, unread, followed, own, unanswered, bookmarked, and drafts; and the letter about what is new in
 * what people follow. Owns {@code /conversations} and the collection {@code digests}.
 */
@ApplicationModule
@NullMarked
package hub.forum.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
