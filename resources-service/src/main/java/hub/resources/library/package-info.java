/**
 * Guides from {@code content/library}, read at start, and those that are written in the hub among all that is published; kept in the collection {@code library}. Owns {@code /library}; public guides need no
 * sign-in.
 */
@ApplicationModule
@NullMarked
package hub.resources.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
