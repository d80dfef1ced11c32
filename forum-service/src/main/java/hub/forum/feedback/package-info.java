/**
 * Whether peer support helps: rounds of questions to carers, one question after a meeting, and what is published of the answers. Where a round is anonymous the database
 * cannot tell who said what: docs/adr/0016-anonymous-answers.md. Nothing is shown that is about fewer than five people. Owns {@code /feedback} and the collections
 * {@code feedback_rounds}, {@code feedback_tickets}, {@code feedback_pools}, {@code feedback_prompts} and {@code feedback_prompt_stops}.
 */
@ApplicationModule
@NullMarked
package hub.forum.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
