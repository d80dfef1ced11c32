/**
 * Mockingbird constellations: who is on call, the beds of the hub home, its households. A constellation is a group of that kind, and its members are those of the group; what stands here hangs on
 * the group's id and is read with the rights of the group. Owns {@code /constellations}; each part has its own package: {@code rota}, {@code homes}, {@code activities}, {@code links}, {@code moves}.
 */
@ApplicationModule
@NullMarked
package hub.forum.constellations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
