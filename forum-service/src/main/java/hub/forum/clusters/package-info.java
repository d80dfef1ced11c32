/**
 * Community clusters for whoever asks, also without an account: when and where each meets next, what to expect, and saying that one comes. Who comes is never public, not even
 * as a number. Owns {@code /clusters} and the collection {@code cluster_guests}; the meetings are {@link hub.forum.meetings}.
 */
@ApplicationModule
@NullMarked
package hub.forum.clusters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
