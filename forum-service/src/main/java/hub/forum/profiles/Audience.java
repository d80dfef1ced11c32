package hub.forum.profiles;

import hub.platform.text.Slug;

/** Who sees a part of a profile, the fewest first. */
public enum Audience implements Slug {
    NOBODY,
    /** Whoever is in a group with its owner, and reads there. */
    GROUPS,
    /** Everybody who is approved. */
    EVERYBODY;

    /** Whether somebody sees what is shown to these. */
    boolean includes(boolean sharesAGroup) {
        return switch (this) {
            case NOBODY -> false;
            case GROUPS -> sharesAGroup;
            case EVERYBODY -> true;
        };
    }

    Audience orWider(Audience other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
