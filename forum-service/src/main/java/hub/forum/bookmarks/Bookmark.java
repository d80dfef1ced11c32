package hub.forum.bookmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post or a conversation that somebody keeps for later.
 *
 * @param id the account and what is kept
 * @param post empty for the conversation as a whole
 * @param remindAt when they wish to be reminded; null for never
 */
public record Bookmark(
        String id,
        String account,
        String group,
        String thread,
        String post,
        Instant at,
        @Nullable Instant remindAt) {

    static String id(String account, String thread, String post) {
        return account + ":" + thread + ":" + post;
    }
}
