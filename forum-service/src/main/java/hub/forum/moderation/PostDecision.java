package hub.forum.moderation;

import hub.platform.text.Slug;
import java.time.Instant;

/**
 * What was decided about a post that waited: once each time that it was sent.
 *
 * @param since when it waited
 * @param note what its author was told; empty for one that was approved
 */
public record PostDecision(
        String id,
        String post,
        String group,
        String author,
        Outcome outcome,
        String by,
        Instant since,
        Instant at,
        String note) {

    /** What came of it. */
    public enum Outcome implements Slug {
        APPROVED,
        SENT_BACK,
        REFUSED;
    }
}
