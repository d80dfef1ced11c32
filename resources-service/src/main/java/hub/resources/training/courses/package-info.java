/**
 * What is taught and when: courses, and the dates on which they are held. A date is drafted, opened for booking, closed, and held or cancelled; what follows from that for
 * those who booked is the matter of {@link hub.resources.training.courses.SessionFollower}s. Owns {@code /training/courses} and {@code /training/dates}, the collections
 * {@code courses} and {@code training_sessions}.
 */
@NullMarked
package hub.resources.training.courses;

import org.jspecify.annotations.NullMarked;
