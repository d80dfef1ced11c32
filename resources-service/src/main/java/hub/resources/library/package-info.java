/**
 * Guides from {@code content/library}, read at start and kept in the collection {@code library}. Owns {@code /library}; public guides need no
 * sign-in.
 */
@ApplicationModule
@NullMarked
package hub.resources.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
