/**
 * The pages of {@code /library}.
 */
@NullMarked
package hub.resources.library.web;

import org.jspecify.annotations.NullMarked;
