package hub.forum.groups;

import hub.platform.identity.Role;

/** Who may do what in groups and with their memberships. Who reads what is {@link Visibility}. */
public final class GroupPolicy {
    private GroupPolicy() {}

    /** To ask for membership of a group that is listed and that the viewer is not in. */
    public static boolean mayAsk(Visibility viewer, Group group) {
        return viewer.viewer().approved() && group.takesRequests() && !viewer.isMember(group.id());
    }

    /** To come in with a reason, into hidden groups too: moderators. */
    public static boolean mayEnter(Visibility viewer) {
        return viewer.viewer().moderator();
    }

    /** Administrators; the facilitator or liaison worker of the group; a supervising social worker who is in it. */
    public static boolean mayNominate(Visibility viewer, String group) {
        return viewer.viewer().administrator()
                || viewer.leads(group)
                || (viewer.viewer().is(Role.SUPERVISING_SOCIAL_WORKER)
                        && viewer.isMember(group)
                        && viewer.mayRead(group));
    }

    /** Only an administrator gives somebody a part in the group. */
    public static boolean mayNominate(Visibility viewer, String group, GroupRole as) {
        return mayNominate(viewer, group)
                && (as == GroupRole.MEMBER || viewer.viewer().administrator());
    }

    public static boolean mayChangeRoles(Visibility viewer) {
        return viewer.viewer().administrator();
    }

    /** To end somebody's membership of a group at all; whose, {@link #mayRemove(Visibility, Membership)} says. */
    public static boolean mayRemove(Visibility viewer, String group) {
        return viewer.viewer().administrator() || viewer.leads(group);
    }

    /** Those who lead a group remove members; whoever has a part in it, an administrator removes. */
    public static boolean mayRemove(Visibility viewer, Membership member) {
        return viewer.viewer().administrator() || (viewer.leads(member.group()) && member.role() == GroupRole.MEMBER);
    }
}
