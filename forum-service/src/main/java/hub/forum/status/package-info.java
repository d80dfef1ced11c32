/** How the hub stands, for administrators: each part in a line, what wants a look first. Owns {@code /status}. */
@ApplicationModule
@NullMarked
package hub.forum.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
