/** How the work behind the requests stands, for administrators: what waits, what is late, what failed for good. Owns {@code /background}. */
@ApplicationModule
@NullMarked
package hub.forum.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
