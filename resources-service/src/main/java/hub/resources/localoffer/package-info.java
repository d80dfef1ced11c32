/**
 * The kinship local offer: what the council offers kinship families, topic by topic, with a named senior manager and a day for its review. Owns {@code /local-offer}, which is
 * open to all; staff editors write it among all that is published.
 */
@ApplicationModule
@NullMarked
package hub.resources.localoffer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
