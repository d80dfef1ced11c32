package hub.platform.identity;

import hub.platform.text.Slug;

/**
 * What a person may do across the hub. Roles add up. Facilitator, hub carer and liaison worker are not here: they hold for one group and
 * stand in its membership.
 */
public enum Role implements Slug {
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
    DUTY_WORKER,
    DATA_PROTECTION_OFFICER
}
