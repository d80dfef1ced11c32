/**
 * Sleepovers and day care at the hub home: asked for, answered, what became of them. Nothing here says which child it is: numbers, bands of age, needs from a list. Whoever asked, those who keep the
 * hub home and those whom the request has reached see it; nobody else in the constellation does.
 */
@NullMarked
package hub.forum.constellations.sleepovers;

import org.jspecify.annotations.NullMarked;
