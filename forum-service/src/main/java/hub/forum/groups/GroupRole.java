package hub.forum.groups;

import java.util.Arrays;
import java.util.Optional;

/** What a person is in one group. Holds for that group only. */
public enum GroupRole {
    MEMBER,
    FACILITATOR,
    HUB_CARER,
    LIAISON_WORKER;

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static GroupRole of(String slug) {
        return valueOf(slug.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** As of a form, where anything can come. */
    public static Optional<GroupRole> find(String slug) {
        return Arrays.stream(values()).filter(role -> role.slug().equals(slug)).findFirst();
    }

    /** Decides who joins; locks, pins and hides in the group. Source of the rule: the facilitator's part in peer support groups, the liaison worker's in a constellation. */
    public boolean leads() {
        return this == FACILITATOR || this == LIAISON_WORKER;
    }

    /** A hub carer keeps the hub home of a constellation; the other parts are found in every group that has members. */
    public boolean foundIn(Group.Kind kind) {
        return switch (kind) {
            case BOARD -> false;
            case CONSTELLATION -> true;
            case PEER_SUPPORT_GROUP, COMMUNITY_CLUSTER -> this != HUB_CARER;
        };
    }
}
