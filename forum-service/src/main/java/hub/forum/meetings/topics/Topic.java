package hub.forum.meetings.topics;

import java.time.Instant;

/**
 * What somebody would like to talk about.
 *
 * @param text 3 to 200 characters
 * @param account whose it is; shown to nobody if it is anonymous
 * @param open until somebody who leads the group, or its author, closes it
 */
public record Topic(String id, String group, String text, String account, boolean anonymous, Instant at, boolean open) {
    Topic close() {
        return new Topic(id, group, text, account, anonymous, at, false);
    }
}
