package hub.forum.groups;

import java.time.Instant;

/**
 * That a person is in a group now. When it ends the document goes, and with it every right to read.
 *
 * @param id group, colon, account: a person is in a group once
 * @param agreement the version of the agreement that was accepted; 0 before the first
 */
public record Membership(
        String id,
        String group,
        String account,
        String household,
        GroupRole role,
        int agreement,
        Instant since,
        String broughtBy) {

    public static String id(String group, String account) {
        return group + ":" + account;
    }

    public static Membership begin(
            Group group, String account, String household, GroupRole role, Instant since, String broughtBy) {
        return new Membership(id(group.id(), account), group.id(), account, household, role, 0, since, broughtBy);
    }
}
