package hub.forum.groups;

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

    /** Decides who joins; locks, pins and hides in the group. Source of the rule: the facilitator's part in peer support groups, the liaison worker's in a constellation. */
    public boolean leads() {
        return this == FACILITATOR || this == LIAISON_WORKER;
    }
}
