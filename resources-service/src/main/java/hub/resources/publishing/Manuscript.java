package hub.resources.publishing;

import hub.resources.audiences.Audience;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an editor hands in. Lengths are in code points, after cleaning.
 *
 * @param summary up to 300 characters; may be empty in a draft
 * @param text Markdown, up to 20,000 characters; may be empty in a draft
 * @param mustRead whether readers are asked to say that they have read it
 * @param training for a training notice alone
 * @param particulars of a guide, a campaign or a local offer
 * @param timing when it is to appear and to go
 */
public record Manuscript(
        Audience audience,
        String title,
        String summary,
        String text,
        boolean mustRead,
        @Nullable TrainingFacts training,
        Particulars particulars,
        Timing timing) {
    public static final int SHORTEST_TITLE = 3;
    public static final int LONGEST_TITLE = 150;
    public static final int LONGEST_SUMMARY = 300;
    public static final int LONGEST_TEXT = 20_000;
    /** A line of a training notice: the venue, who children are welcome with, how to book. */
    public static final int LONGEST_FACT = 300;

    /** Shown at once, and for as long as nobody puts it away. */
    public Manuscript(
            Audience audience,
            String title,
            String summary,
            String text,
            boolean mustRead,
            @Nullable TrainingFacts training) {
        this(audience, title, summary, text, mustRead, training, Particulars.NONE, Timing.NONE);
    }

    /** What readers see of it: not for whom it is, nor how long. */
    Manuscript asRead() {
        return new Manuscript(
                Audience.PUBLIC, title, summary, text, false, training, particulars.asRead(), Timing.NONE);
    }

    /** Its title, summary and text, one under the other. */
    public String inWords() {
        return String.join("\n\n", title, summary, text);
    }

    /** All its words, one under the other, to be compared with those of another version. */
    public String inFull() {
        String facts = training == null ? "" : training.inFull();
        return String.join("\n\n", List.of(title, summary, facts, text, particulars.inFull()))
                .replaceAll("\n{3,}", "\n\n");
    }

    /** Whether it says enough to be published. */
    boolean complete() {
        return !title.isEmpty()
                && !summary.isEmpty()
                && !text.isEmpty()
                && (training == null || training.complete())
                && particulars.complete();
    }
}
