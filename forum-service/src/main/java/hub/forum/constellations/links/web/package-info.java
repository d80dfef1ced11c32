/** Pages of cultural links. */
@NullMarked
package hub.forum.constellations.links.web;

import org.jspecify.annotations.NullMarked;
