/** Rounds of questions, from their draft to their end. */
@NullMarked
package hub.forum.feedback.rounds;

import org.jspecify.annotations.NullMarked;
