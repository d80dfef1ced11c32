/** Dates as people say them. */
@NullMarked
package hub.platform.time;

import org.jspecify.annotations.NullMarked;
