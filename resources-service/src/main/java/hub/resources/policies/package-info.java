/**
 * Policies of the fostering service, clause by clause and in versions, with an owner and a day on which they are to be reviewed. Carers suggest changes, each suggestion gets
 * an answer that anybody may read, and a new version says which suggestions are in it. Owns {@code /policies} and the collections {@code policies} and
 * {@code policy_suggestions}.
 */
@ApplicationModule
@NullMarked
package hub.resources.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
