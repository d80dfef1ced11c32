/** One question after a meeting, to those who were there. */
@NullMarked
package hub.forum.feedback.prompts;

import org.jspecify.annotations.NullMarked;
