/** The pages of {@code /training/dates} and {@code /training/bookings}: a date, its places, its register. */
@NullMarked
package hub.resources.training.booking.web;

import org.jspecify.annotations.NullMarked;
