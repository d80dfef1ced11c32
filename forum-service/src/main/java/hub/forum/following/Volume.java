package hub.forum.following;

import hub.platform.text.Slug;

/** How much somebody hears of a group or board. */
public enum Volume implements Slug {
    /** Whatever is new there stands in what they follow. */
    EVERYTHING,
    /** They are told when they are answered or mentioned: what holds for whoever has not chosen. */
    MENTIONS,
    /** As {@link #MENTIONS}; and a letter on Monday, if there is something new. */
    WEEKLY,
    /** They are told nothing of it, and nothing there counts as unread. */
    NOTHING
}
