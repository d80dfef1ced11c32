/** The page {@code /audit}: what the audit log holds, for those who oversee, with the names of people and groups. */
@ApplicationModule
@NullMarked
package hub.forum.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
