/**
 * Training notices by date, and a page for each. Owns {@code /training}. Public items need no sign-in.
 */
@ApplicationModule
@NullMarked
package hub.resources.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
