/** Why something is refused, in the words of the feature that refuses it: below all that refuses. */
@NullMarked
package hub.platform.refusals;

import org.jspecify.annotations.NullMarked;
