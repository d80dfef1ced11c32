package hub.forum.groups;

import java.time.Instant;

/**
 * That a person is in a group now. When it ends the document goes, and with it every right to read.
 *
 * @param id group, colon, account: a person is in a group once
 * @param carer whether the person came as a carer rather than for the fostering service; says how they are counted among those who read
 * @param agreement the version of the agreement that was accepted; 0 before the first
 */
public record Membership(
        String id,
        String group,
        String account,
        String household,
        GroupRole role,
        boolean carer,
        int agreement,
        Instant since,
        String broughtBy) {

    public static String id(String group, String account) {
        return group + ":" + account;
    }

    static String accountIn(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    public static Membership begin(
            Group group, String account, String household, boolean carer, GroupRole role, Instant since, String by) {
        return new Membership(id(group.id(), account), group.id(), account, household, role, carer, 0, since, by);
    }

    public Membership accepting(int version) {
        return new Membership(
                id, group, account, household, role, carer, Math.max(agreement, version), since, broughtBy);
    }

    public Membership as(GroupRole next) {
        return new Membership(id, group, account, household, next, carer, agreement, since, broughtBy);
    }

    /**
     * Whether the person's household counts as one of this constellation's, of which it can have one only. Liaison workers and others of the
     * fostering service are there for their work.
     */
    public boolean bringsHousehold(Group in) {
        return in.kind() == Group.Kind.CONSTELLATION && carer && role != GroupRole.LIAISON_WORKER;
    }
}
