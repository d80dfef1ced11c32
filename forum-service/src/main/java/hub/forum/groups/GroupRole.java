package hub.forum.groups;

import hub.platform.text.Slug;

/** What a person is in one group. Holds for that group only. */
public enum GroupRole implements Slug {
    MEMBER,
    FACILITATOR,
    HUB_CARER,
    LIAISON_WORKER;

    /** Decides who joins; locks, pins and hides in the group. Source of the rule: the facilitator's part in peer support groups, the liaison worker's in a constellation. */
    public boolean leads() {
        return this == FACILITATOR || this == LIAISON_WORKER;
    }

    /** A hub carer keeps the hub home of a constellation; the other parts are found in every group that has members. */
    public boolean foundIn(Group.Kind kind) {
        return switch (kind) {
            case BOARD -> false;
            case MENTORSHIP, CULTURAL_LINK -> this == MEMBER;
            case CONSTELLATION -> true;
            case PEER_SUPPORT_GROUP, COMMUNITY_CLUSTER -> this != HUB_CARER;
        };
    }
}
