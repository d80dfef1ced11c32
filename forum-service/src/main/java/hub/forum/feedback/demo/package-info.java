/** Feedback in the demo. */
@NullMarked
package hub.forum.feedback.demo;

import org.jspecify.annotations.NullMarked;
