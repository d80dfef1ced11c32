package hub.forum.mentoring.mentors;

import hub.platform.text.Slug;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What a mentor knows about, and what a mentee would like help with. */
public enum Topic implements Slug {
    FIRST_YEAR,
    KINSHIP,
    SPECIAL_GUARDIANSHIP,
    BABIES,
    SLEEP_AND_FOOD,
    SCHOOL,
    TEENAGERS,
    BROTHERS_AND_SISTERS,
    FAMILY_TIME,
    CULTURE_AND_FAITH,
    HEALTH_AND_DISABILITY,
    MOVING_ON;

    /** Those of a form that there are, each once, in the order of the list. */
    public static List<Topic> of(Collection<String> slugs) {
        return slugs.stream()
                .flatMap(slug -> Slug.find(Topic.class, slug).stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
