/**
 * Reports of posts and the queue in which they are answered, oldest first. Owns {@code /moderation} and the collection {@code reports}. What is
 * decided is done through {@link hub.forum.threads.ThreadModeration}; a moderator who takes a report from a private group enters it by that,
 * with the report as the recorded reason. Nobody imports this feature.
 */
@ApplicationModule
@NullMarked
package hub.forum.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
