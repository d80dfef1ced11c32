/** The pages of family hubs: everybody approved sees them, staff editors and administrators keep them. Owns {@code /places} and no data; see {@link hub.platform.places}. */
@ApplicationModule
@NullMarked
package hub.forum.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
