/**
 * How much is written on the open boards, for the fostering service's own people: numbers, and none that is about fewer than five people. Owns {@code /figures} and no data.
 */
@ApplicationModule
@NullMarked
package hub.forum.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
