/** What carers suggest, and what became of it. */
@NullMarked
package hub.resources.policies.suggestions;

import org.jspecify.annotations.NullMarked;
