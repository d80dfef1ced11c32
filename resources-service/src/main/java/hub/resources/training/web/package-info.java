/**
 * The pages of {@code /training}.
 */
@NullMarked
package hub.resources.training.web;

import org.jspecify.annotations.NullMarked;
