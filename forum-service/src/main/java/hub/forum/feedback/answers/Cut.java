package hub.forum.feedback.answers;

import hub.platform.text.Slug;

/** The one thing by which answers are counted apart. */
public enum Cut implements Slug {
    KINSHIP,
    FOSTER;

    /** Of a count in a pool. */
    public String key(String value) {
        return slug() + "-" + value;
    }
}
