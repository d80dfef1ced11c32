package hub.resources.publishing;

import hub.platform.text.Slug;

/**
 * What a kinship local offer has to say something about ("Kinship care: statutory guidance for local authorities", Department for Education, 2024), in the order
 * of its page.
 */
public enum OfferTopic implements Slug {
    SUPPORT_GROUPS,
    MONEY,
    HOUSING,
    EDUCATION,
    FAMILY_TIME,
    LEGAL,
    THERAPEUTIC
}
