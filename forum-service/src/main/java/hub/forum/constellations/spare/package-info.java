/** Households that say they have a spare bed this weekend, for liaison workers and the duty team alone. */
@NullMarked
package hub.forum.constellations.spare;

import org.jspecify.annotations.NullMarked;
