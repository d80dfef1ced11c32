/**
 * The first page: what is new for a person who is signed in, what this is for one who is not. Owns {@code /} and no data; it asks the other
 * features.
 */
@ApplicationModule
@NullMarked
package hub.forum.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
