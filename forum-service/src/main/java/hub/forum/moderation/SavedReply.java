package hub.forum.moderation;

import java.time.Instant;

/**
 * A short text that moderators keep for reasons.
 *
 * @param title what it is chosen by; each stands once
 * @param by who wrote it last
 */
public record SavedReply(String id, String title, String text, String by, Instant at) {
    public static final int LONGEST_TITLE = 60;
    public static final int LONGEST_TEXT = 400;
}
