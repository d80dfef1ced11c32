/** The first page of a constellation, and how people come to it. */
@NullMarked
package hub.forum.constellations.web;

import org.jspecify.annotations.NullMarked;
