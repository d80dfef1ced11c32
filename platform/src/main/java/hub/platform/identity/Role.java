package hub.platform.identity;

/**
 * What a person may do across the hub. Roles add up. Facilitator, hub carer and liaison worker are not here: they hold for one group and
 * stand in its membership.
 */
public enum Role {
    CARER,
    KINSHIP_CARER,
    SUPERVISING_SOCIAL_WORKER,
    MODERATOR,
    STAFF_EDITOR,
    RECRUITMENT_OFFICER,
    TRAINING_OFFICER,
    MENTOR_COORDINATOR,
    PRESS_OFFICER,
    ADMINISTRATOR,
    SAFEGUARDING_LEAD,
    DATA_PROTECTION_OFFICER;

    /** As written in content and in message keys: {@code kinship-carer}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role of(String slug) {
        return valueOf(slug.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
