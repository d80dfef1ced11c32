package hub.forum.moderation;

import java.time.Instant;
import java.util.Map;

/**
 * That words were taken out of a post and of all copies; the words themselves are kept nowhere.
 *
 * @param by the moderator
 * @param reason 3 to 500 characters, without the words
 * @param places in how many documents of each collection they were
 * @param done false as long as it goes on, and when it was cut off
 */
public record Redaction(
        String id,
        String post,
        String thread,
        String by,
        String reason,
        Instant at,
        Map<String, Integer> places,
        boolean done) {
    public static final int LEAST = 2;
    public static final int MOST = 100;

    public Redaction {
        places = Map.copyOf(places);
    }

    Redaction done(Map<String, Integer> found) {
        return new Redaction(id, post, thread, by, reason, at, found, true);
    }
}
