/** Who is on call in a constellation, minute by minute: a pattern of shifts, what was changed in it, swaps, gaps. */
@NullMarked
package hub.forum.constellations.rota;

import org.jspecify.annotations.NullMarked;
