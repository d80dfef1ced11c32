/** Pages of the rota, and who is on call on other pages. */
@NullMarked
package hub.forum.constellations.rota.web;

import org.jspecify.annotations.NullMarked;
