/** The pages of feedback. */
@NullMarked
package hub.forum.feedback.web;

import org.jspecify.annotations.NullMarked;
