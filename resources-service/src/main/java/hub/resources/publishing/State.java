package hub.resources.publishing;

import hub.platform.text.Slug;

/** Draft, then published, then archived; a draft that came to nothing is archived too. There is no way back. */
public enum State implements Slug {
    DRAFT,
    PUBLISHED,
    ARCHIVED
}
