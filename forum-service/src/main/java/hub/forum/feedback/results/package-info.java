/** What may be shown of the answers. */
@NullMarked
package hub.forum.feedback.results;

import org.jspecify.annotations.NullMarked;
