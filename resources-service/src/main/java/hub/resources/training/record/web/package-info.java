/** The pages of {@code /training/record} and {@code /training/certificate}. */
@NullMarked
package hub.resources.training.record.web;

import org.jspecify.annotations.NullMarked;
