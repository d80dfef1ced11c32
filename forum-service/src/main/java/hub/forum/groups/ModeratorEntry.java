package hub.forum.groups;

import java.time.Duration;
import java.time.Instant;

/**
 * A moderator came into a private group that they are not in, for a day. Members see who, when and why.
 *
 * @param name the moderator's name at that time
 * @param reason 10 to 500 characters
 */
public record ModeratorEntry(
        String id, String group, String moderator, String name, String reason, Instant at, Instant until) {
    private static final Duration STAY = Duration.ofHours(24);

    public static ModeratorEntry begin(
            String id, String group, String moderator, String name, String reason, Instant at) {
        return new ModeratorEntry(id, group, moderator, name, reason, at, at.plus(STAY));
    }
}
