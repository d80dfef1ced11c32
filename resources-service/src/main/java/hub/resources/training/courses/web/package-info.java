/** The pages of {@code /training/courses} and of planning. */
@NullMarked
package hub.resources.training.courses.web;

import org.jspecify.annotations.NullMarked;
