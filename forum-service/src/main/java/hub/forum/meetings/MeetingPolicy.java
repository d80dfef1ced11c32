package hub.forum.meetings;

import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.identity.Role;

/** Who may do what with meetings. */
public final class MeetingPolicy {
    private MeetingPolicy() {}

    /** To arrange meetings of a group: its facilitator or liaison worker. */
    public static boolean mayArrange(Visibility viewer, Group group) {
        return group.hasMembers() && viewer.leads(group.id());
    }

    /** Members see the meetings of their group, drafts only those who arrange them. Everybody may know of those of a cluster that is listed. */
    public static boolean maySee(Visibility viewer, Meeting meeting, Group group) {
        return meeting.listed()
                ? viewer.mayRead(group.id()) || (viewer.viewer().approved() && group.datesArePublic())
                : mayArrange(viewer, group);
    }

    /** Who comes is for members of the group alone, whatever else is public; a moderator who came in reads it too. */
    public static boolean maySeeWhoComes(Visibility viewer, Meeting meeting) {
        return viewer.mayRead(meeting.group());
    }

    /** To say whether one comes: members, and to a public date everybody who is approved. A moderator who came in to look is no member. */
    public static boolean mayReply(Visibility viewer, Group group) {
        return group.hasMembers()
                && (viewer.mayPost(group.id()) || (viewer.viewer().approved() && group.datesArePublic()));
    }

    /** To answer for somebody else who could do so themselves: whoever leads the group for its people, a supervising social worker for those whom they supervise. */
    public static boolean mayAnswerForOthers(Visibility viewer, String group) {
        return viewer.leads(group) || viewer.viewer().is(Role.SUPERVISING_SOCIAL_WORKER);
    }
}
