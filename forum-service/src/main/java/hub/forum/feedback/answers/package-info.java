/** Answers, kept apart from those who gave them. */
@NullMarked
package hub.forum.feedback.answers;

import org.jspecify.annotations.NullMarked;
