/** How the hub stands, for those who run it: each part says so of itself by a {@link hub.platform.status.StatusSource}. */
@NullMarked
package hub.platform.status;

import org.jspecify.annotations.NullMarked;
