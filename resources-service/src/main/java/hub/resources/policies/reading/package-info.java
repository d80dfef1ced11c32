/** Who says that they have read which version. */
@NullMarked
package hub.resources.policies.reading;

import org.jspecify.annotations.NullMarked;
