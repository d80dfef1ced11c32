/**
 * Boards and groups: what they are, who is in them, what they have agreed, and who may read what. Owns {@code /groups} and the collections
 * {@code groups}, {@code memberships}, {@code constellation_households} and {@code moderator_entries}. Every other feature asks
 * {@link hub.forum.groups.Rights} what a viewer may see; nothing else decides it.
 */
@ApplicationModule
@NullMarked
package hub.forum.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
