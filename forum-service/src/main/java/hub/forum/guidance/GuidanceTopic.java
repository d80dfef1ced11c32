package hub.forum.guidance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody wants guidance about: the topics of a kinship local offer. The legal order that a family has is no topic and is never asked for. */
public enum GuidanceTopic {
    SPECIAL_GUARDIANSHIP,
    KINSHIP_ALLOWANCE,
    FAMILY_TIME,
    LEGAL,
    SCHOOL,
    THERAPEUTIC,
    SOMETHING_ELSE;

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As of a form, where anything can come. */
    public static Optional<GuidanceTopic> find(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
}
