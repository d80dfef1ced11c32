/**
 * Posts and conversations that people keep for later, with a reminder if they wish. Owns {@code /bookmarks} and the collection {@code bookmarks}. It holds ids alone; what
 * is shown is read with the rights of that moment, so what was hidden or left leaves no trace.
 */
@ApplicationModule
@NullMarked
package hub.forum.bookmarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
