package hub.forum.meetings;

import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Membership;
import hub.forum.groups.Visibility;
import hub.platform.identity.Role;
import java.util.List;
import java.util.Set;
import org.springframework.data.mongodb.core.query.Criteria;

/** Who may do what with meetings. */
public final class MeetingPolicy {
    private MeetingPolicy() {}

    /** To arrange meetings of a group: its facilitator or liaison worker; in a constellation the hub carers too, who run its social activities. */
    public static boolean mayArrange(Visibility viewer, Group group) {
        return group.hasMembers()
                && (viewer.leads(group.id())
                        || (group.kind() == Group.Kind.CONSTELLATION && arrangesActivities(viewer, group.id())));
    }

    /** Hub carers, who are found in constellations alone. */
    private static boolean arrangesActivities(Visibility viewer, String group) {
        Membership membership = viewer.membership(group);
        return membership != null && viewer.mayPost(group) && membership.role() == GroupRole.HUB_CARER;
    }

    /**
     * Members see the meetings of their group, drafts only those who arrange them. Everybody may know of those of a cluster that is listed. Of an activity for some
     * households the others know nothing.
     */
    public static boolean maySee(Visibility viewer, Meeting meeting, Group group) {
        return meeting.listed()
                ? (viewer.mayRead(group.id()) && isInvited(viewer, meeting))
                        || (viewer.viewer().approved() && group.datesArePublic())
                : mayArrange(viewer, group);
    }

    /** Whoever is invited, arranges it, or is a moderator who came in with a reason. */
    static boolean isInvited(Visibility viewer, Meeting meeting) {
        return seesEveryInvitation(viewer, meeting.group())
                || meeting.details().invites(householdIn(viewer, meeting.group()));
    }

    /** The criterion of {@link #isInvited}, for meetings of any groups. */
    static Criteria invited(Visibility viewer) {
        Set<String> readable = viewer.readable();
        List<String> whole = readable.stream()
                .filter(group -> seesEveryInvitation(viewer, group))
                .toList();
        List<String> households = readable.stream()
                .map(group -> householdIn(viewer, group))
                .filter(household -> !household.isEmpty())
                .distinct()
                .toList();
        return new Criteria()
                .orOperator(
                        Criteria.where("details.activity.everybody").ne(false),
                        Criteria.where("details.activity.households").in(households),
                        Criteria.where("group").in(whole));
    }

    private static boolean seesEveryInvitation(Visibility viewer, String group) {
        return viewer.leads(group) || arrangesActivities(viewer, group) || viewer.hasEntered(group);
    }

    private static String householdIn(Visibility viewer, String group) {
        Membership membership = viewer.membership(group);
        return membership == null ? "" : membership.household();
    }

    /** Whose answer it is when the viewer answers: to an activity a household has one, to every other meeting each person. */
    static String answersAs(Visibility viewer, Meeting meeting) {
        String household = householdIn(viewer, meeting.group());
        return meeting.details().activity() == null || household.isEmpty()
                ? viewer.viewer().id()
                : household;
    }

    /** Who comes is for members of the group alone, whatever else is public; a moderator who came in reads it too. */
    public static boolean maySeeWhoComes(Visibility viewer, Meeting meeting) {
        return viewer.mayRead(meeting.group()) && isInvited(viewer, meeting);
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
