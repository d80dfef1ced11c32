/** Pages of sleepovers. */
@NullMarked
package hub.forum.constellations.sleepovers.web;

import org.jspecify.annotations.NullMarked;
