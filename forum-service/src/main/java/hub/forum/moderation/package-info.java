/**
 * Reports of posts, appeals, and posts that wait to be approved, in the one queue in which they are answered, oldest first; and what moderators do about people. Owns {@code /moderation} and
 * the collections {@code reports}, {@code appeals}, {@code approvals}, {@code person_acts}, {@code known_writers}, {@code saved_replies} and {@code redactions}. What is
 * decided is done through {@link hub.forum.threads.ThreadModeration}; a moderator who takes a report from a private group enters it by that,
 * with the report as the recorded reason. Nobody imports this feature.
 */
@ApplicationModule
@NullMarked
package hub.forum.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
