/** Every part that pages are made of, in its states, at {@code /styleguide}; only where {@code hearth.styleguide} is true. */
@NullMarked
package hub.platform.styleguide;

import org.jspecify.annotations.NullMarked;
