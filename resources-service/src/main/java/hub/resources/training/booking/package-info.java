/**
 * Who comes: places, the waiting list, offers, and who was there. Each change takes the turn of its session first, so two at once come one after the other, and the rules of
 * {@link hub.resources.training.booking.PlaceQueue} see what is true. Owns the collection {@code training_bookings}.
 */
@NullMarked
package hub.resources.training.booking;

import org.jspecify.annotations.NullMarked;
