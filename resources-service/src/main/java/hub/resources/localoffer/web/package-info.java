/** The page of the local offer. */
@NullMarked
package hub.resources.localoffer.web;

import org.jspecify.annotations.NullMarked;
