/**
 * How a service that has no notifications of its own tells somebody something. It keeps a {@link hub.platform.tellings.Telling}, a sentence of
 * {@code messages/tellings.properties} with what stands in it and where it leads, and publishes {@link hub.platform.tellings.PeopleTold}; the service that has the
 * notifications follows and shows it, here and by mail, to whoever is told and to nobody else.
 */
@NullMarked
package hub.platform.tellings;

import org.jspecify.annotations.NullMarked;
