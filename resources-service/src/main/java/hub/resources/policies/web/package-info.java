/** The pages of policies. */
@NullMarked
package hub.resources.policies.web;

import org.jspecify.annotations.NullMarked;
