package hub.forum.ambassadors;

import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Which kinds of care somebody knows. */
public enum Fostering implements Slug {
    SHORT_TERM,
    LONG_TERM,
    SHORT_BREAKS,
    BABIES,
    TEENAGERS,
    BROTHERS_AND_SISTERS,
    KINSHIP;

    /** As of a form; what else comes is left out. */
    public static List<Fostering> of(Collection<String> slugs) {
        return Arrays.stream(values()).filter(one -> slugs.contains(one.slug())).toList();
    }
}
