/**
 * Family hubs: the houses in which meetings, courses and activities take place, with what somebody must know to get in. Their addresses are public, so they are read without a
 * viewer. A hub that is no longer used is retired and never deleted, as dates behind it go on naming it. Owns the collection {@code family_hubs}; the pages on which staff keep
 * them are the forum's, {@code /places}. A feature keeps the id of a hub, and shows {@code places/parts :: hub}.
 */
@NullMarked
package hub.platform.places;

import org.jspecify.annotations.NullMarked;
