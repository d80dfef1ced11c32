/** A household that moves from one constellation to another on a day: planned by a liaison worker or an administrator, carried out by itself as the day begins. */
@NullMarked
package hub.forum.constellations.moves;

import org.jspecify.annotations.NullMarked;
