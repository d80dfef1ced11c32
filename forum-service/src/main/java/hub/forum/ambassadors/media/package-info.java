/** What ambassadors do with the press: proposed, approved by the press office, agreed by the ambassador for this one alone, done. */
@NullMarked
package hub.forum.ambassadors.media;

import org.jspecify.annotations.NullMarked;
