package hub.resources.publishing;

import hub.platform.text.Slug;

/** What staff publish. */
public enum Kind implements Slug {
    NEWS,
    BEST_PRACTICE,
    /** The column of the service's manager, once a month. */
    BLOG,
    TRAINING_NOTICE;

    /** Where it is read. */
    public String section() {
        return switch (this) {
            case NEWS, BEST_PRACTICE, BLOG -> "/news";
            case TRAINING_NOTICE -> "/training";
        };
    }
}
