/** How the next version of a policy is written and published. */
@NullMarked
package hub.resources.policies.revision;

import org.jspecify.annotations.NullMarked;
