/**
 * What the fostering service publishes: news, best practice, training notices and the library. Each package below is a feature and names the first
 * segment of its addresses, or is what those features share and has no address.
 */
@NullMarked
package hub.resources;

import org.jspecify.annotations.NullMarked;
