/** The pages about the hub at {@code /about}. */
@NullMarked
package hub.platform.about;

import org.jspecify.annotations.NullMarked;
