/**
 * News and best practice to read, and the editors' desk for all that is published. Owns {@code /news}. Public items need no sign-in; the desk
 * is for staff editors, and to everyone else it does not exist.
 */
@ApplicationModule
@NullMarked
package hub.resources.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
