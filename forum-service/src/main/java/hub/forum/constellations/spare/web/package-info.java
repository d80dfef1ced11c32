/** Pages of spare beds. */
@NullMarked
package hub.forum.constellations.spare.web;

import org.jspecify.annotations.NullMarked;
