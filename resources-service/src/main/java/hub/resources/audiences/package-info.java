/**
 * For whom something is meant, and the one rule of who may read it. Has no addresses; {@code publishing} and {@code library} ask it.
 */
@ApplicationModule
@NullMarked
package hub.resources.audiences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
