/**
 * Conversations: a thread in a board or group, its posts with threaded replies, and what may be done with them. Owns {@code /threads} and the
 * collections {@code threads} and {@code posts}. Moderation, home and search call {@link hub.forum.threads.Threads}; nothing here knows of
 * them.
 */
@ApplicationModule
@NullMarked
package hub.forum.threads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
