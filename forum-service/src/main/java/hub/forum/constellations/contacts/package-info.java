/** Support contacts: that carers of a constellation talked, met or helped each other, for counting what the constellation does. No narrative, and no word about a child. */
@NullMarked
package hub.forum.constellations.contacts;

import org.jspecify.annotations.NullMarked;
