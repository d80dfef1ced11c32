/** The hub home of a constellation, its beds, and the households around it. */
@NullMarked
package hub.forum.constellations.homes;

import org.jspecify.annotations.NullMarked;
