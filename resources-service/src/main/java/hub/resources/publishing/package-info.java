/**
 * What staff publish: news, best practice and training notices, as one model with its states, and who has said that they read what must be
 * read. Owns the collections {@code publications} and {@code publication_readings}; has no addresses. {@code news}, {@code training} and {@code home} show
 * it; staff editors write it.
 */
@ApplicationModule
@NullMarked
package hub.resources.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
