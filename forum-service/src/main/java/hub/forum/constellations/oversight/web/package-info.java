/** Pages of liaison workers. */
@NullMarked
package hub.forum.constellations.oversight.web;

import org.jspecify.annotations.NullMarked;
