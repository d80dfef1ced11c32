package hub.resources.publishing;

import hub.platform.text.Slug;

/**
 * Draft, in review where a second person looks at it, scheduled where it has a moment to come, published, archived; a draft that came to nothing is archived
 * too. What was archived can be brought back.
 */
public enum State implements Slug {
    DRAFT,
    IN_REVIEW,
    SCHEDULED,
    PUBLISHED,
    ARCHIVED
}
