package hub.resources.library;

import hub.platform.text.Slug;
import org.jspecify.annotations.Nullable;

/**
 * How a guide came to its end. Its address stays, and says so.
 *
 * @param why it was withdrawn, in a sentence for readers; empty for one that was superseded
 * @param instead the slug of the one to read in its place; null if there is none
 */
public record Ending(How how, String why, @Nullable String instead) {
    public enum How implements Slug {
        /** Another guide took its place. */
        SUPERSEDED,
        /** It is not right to use any more. */
        WITHDRAWN
    }

    static Ending superseded(String by) {
        return new Ending(How.SUPERSEDED, "", by);
    }

    static Ending withdrawn(String why, @Nullable String instead) {
        return new Ending(How.WITHDRAWN, why, instead);
    }
}
