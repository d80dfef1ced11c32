package hub.forum.ambassadors;

import hub.platform.text.Slug;

/** Who lives with somebody who fosters, or would. */
public enum Household implements Slug {
    SINGLE,
    COUPLE,
    OWN_CHILDREN,
    GENERATIONS;
}
