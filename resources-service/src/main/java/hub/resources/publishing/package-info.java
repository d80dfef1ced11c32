/**
 * What staff publish: news, best practice, training notices, the blog, guides, campaigns and the local offer, as one model with its states, a second person who
 * looks, moments to appear and to go, and versions. Owns the collections {@code publications} and {@code publication_versions}; has no addresses. {@code news},
 * {@code training}, {@code library}, {@code campaigns}, {@code localoffer} and {@code home} show it; staff editors write it.
 */
@ApplicationModule
@NullMarked
package hub.resources.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
