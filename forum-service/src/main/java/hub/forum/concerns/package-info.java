/**
 * Worries about a child: kept apart from reports of posts and unseen by moderators. Each reaches the safeguarding leads here, and the duty worker's mailbox in office hours or that of the emergency duty team
 * outside them, with a clock until somebody acknowledges it; whoever raised it sees its state. Nobody sees one that is about what they wrote themselves, whatever else they may do. Owns {@code /concerns} and the
 * collection {@code concerns}.
 */
@ApplicationModule
@NullMarked
package hub.forum.concerns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
