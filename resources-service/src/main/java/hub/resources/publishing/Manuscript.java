package hub.resources.publishing;

import hub.resources.audiences.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What an editor hands in. Lengths are in code points, after cleaning.
 *
 * @param summary up to 300 characters; may be empty in a draft
 * @param text Markdown, up to 20,000 characters; may be empty in a draft
 * @param mustRead whether readers are asked to say that they have read it
 * @param training for a training notice alone
 */
public record Manuscript(
        Audience audience,
        String title,
        String summary,
        String text,
        boolean mustRead,
        @Nullable TrainingFacts training) {
    public static final int SHORTEST_TITLE = 3;
    public static final int LONGEST_TITLE = 150;
    public static final int LONGEST_SUMMARY = 300;
    public static final int LONGEST_TEXT = 20_000;
    /** A line of a training notice: the venue, who children are welcome with, how to book. */
    public static final int LONGEST_FACT = 300;

    /** Whether it says enough to be published. */
    boolean complete() {
        return !title.isEmpty() && !summary.isEmpty() && !text.isEmpty() && (training == null || training.complete());
    }
}
