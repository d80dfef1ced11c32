package hub.forum.profiles;

import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What people can be asked about: the list of the house, so that everybody says the same thing in the same words. */
public enum TalkAbout implements Slug {
    BABIES,
    PRIMARY_AGE,
    TEENAGERS,
    BROTHERS_AND_SISTERS,
    SPECIAL_GUARDIANSHIP,
    KINSHIP,
    FAMILY_TIME,
    UNACCOMPANIED_YOUNG_PEOPLE,
    CULTURE_AND_FAITH,
    EDUCATION,
    HEALTH_AND_DISABILITY,
    MOVING_ON,
    STARTING_OUT,
    ALLEGATIONS;

    /** Those of a form that there are, each once, in the order of the list. */
    public static List<TalkAbout> of(Collection<String> slugs) {
        return Arrays.stream(values()).filter(one -> slugs.contains(one.slug())).toList();
    }
}
