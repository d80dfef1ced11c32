/**
 * Asking for guidance: special guardianship, money, family time, school. Seen by whoever asked and by the named advisers alone, whatever else somebody may do; who waits too long
 * is raised with a second person. Owns {@code /guidance} and the collections {@code guidance_requests} and {@code guidance_advisers}.
 */
@ApplicationModule
@NullMarked
package hub.forum.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
