package hub.forum.guidance;

import hub.platform.text.Slug;

/** What somebody wants guidance about: the topics of a kinship local offer. The legal order that a family has is no topic and is never asked for. */
public enum GuidanceTopic implements Slug {
    SPECIAL_GUARDIANSHIP,
    KINSHIP_ALLOWANCE,
    FAMILY_TIME,
    LEGAL,
    SCHOOL,
    THERAPEUTIC,
    SOMETHING_ELSE
}
