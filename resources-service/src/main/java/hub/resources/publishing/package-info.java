/**
 * What staff publish: news, best practice and training notices, as one model with its states. Owns the collection
 * {@code publications}; has no addresses. {@code news}, {@code training} and {@code home} show
 * it; staff editors write it.
 */
@ApplicationModule
@NullMarked
package hub.resources.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
