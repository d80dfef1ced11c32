package hub.forum.threads;

import hub.platform.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A conversation for {@code threads/lines :: line}.
 *
 * @param newText "4 new"; "New" if it is null and there is something new
 * @param by who wrote last
 * @param repliesText "12 replies", left out where there are new ones
 */
public record ThreadLine(
        String href,
        String title,
        boolean isNew,
        @Nullable String newText,
        boolean pinned,
        boolean locked,
        String by,
        String repliesText,
        Moment time,
        @Nullable String groupName) {}
