/** Pages of moves. */
@NullMarked
package hub.forum.constellations.moves.web;

import org.jspecify.annotations.NullMarked;
