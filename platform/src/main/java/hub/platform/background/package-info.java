/** How the work behind the requests stands, for administrators: what waits, what is late, what failed for good. Owns {@code /background}. */
@NullMarked
package hub.platform.background;

import org.jspecify.annotations.NullMarked;
