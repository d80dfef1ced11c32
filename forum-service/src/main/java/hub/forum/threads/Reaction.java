package hub.forum.threads;

import hub.platform.text.Slug;

/**
 * That somebody meant well by a post. There is no unkind one, and none counts for more than another.
 *
 * @param by the account
 */
public record Reaction(String by, Kind kind) {

    /** In which way. Names are stored, and never changed once landed. */
    public enum Kind implements Slug {
        THANKS,
        HUG,
        SAME_HERE,
        HELPFUL
    }
}
