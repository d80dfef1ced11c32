package hub.forum.meetings;

import hub.platform.text.Slug;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a social activity of a constellation says beyond any meeting. Source of the rule: the Mockingbird programme's monthly social activities, to which the organiser invites households; no child is
 * named.
 *
 * @param place where it is when it is at no family hub, to {@value #MOST_PLACE} characters; empty at a family hub
 * @param cost what it costs, in words, to {@value #MOST_LINE} characters; may be empty
 * @param access what is there for those who need it
 * @param photographs the line on photographs, to {@value #MOST_LINE} characters
 * @param lifts whether people can offer and ask for lifts on its page
 * @param everybody whether all households of the constellation are invited
 * @param households the ids of those that are invited; none where everybody is
 * @param mark the mark by which those were found, which says of each of them what the mark says; null where it went by none
 */
public record Activity(
        String place,
        String cost,
        Set<Access> access,
        String photographs,
        boolean lifts,
        boolean everybody,
        Set<String> households,
        @Nullable String mark) {
    public static final int MOST_PLACE = 120;
    public static final int MOST_LINE = 160;

    public Activity {
        access = Set.copyOf(access);
        households = everybody ? Set.of() : Set.copyOf(households);
        mark = everybody ? null : mark;
    }

    /** What is there for those who need it. */
    public enum Access implements Slug {
        STEP_FREE,
        ACCESSIBLE_TOILET,
        CHANGING_PLACE,
        QUIET_SPACE,
        HEARING_LOOP,
        PARKING_CLOSE,
        FENCED
    }

    /** Where an activity is changed: it has a form of its own. */
    public static String editPath(Meeting meeting) {
        return "/constellations/" + meeting.group() + "/activities/" + meeting.id() + "/edit";
    }

    public boolean invites(String household) {
        return everybody || households.contains(household);
    }

    /** Whether the same households are invited, found in the same way. */
    private boolean invitesAs(Activity other) {
        return everybody == other.everybody && households.equals(other.households) && Objects.equals(mark, other.mark);
    }

    /** This one with whatever is different between two others. The place comes from the meeting, of whose hub it is the other half; who is invited is one thing. */
    Activity withChanges(Activity before, Activity after, String otherPlace) {
        Activity invited = before.invitesAs(after) ? this : after;
        return new Activity(
                otherPlace,
                before.cost.equals(after.cost) ? cost : after.cost,
                before.access.equals(after.access) ? access : after.access,
                before.photographs.equals(after.photographs) ? photographs : after.photographs,
                before.lifts == after.lifts ? lifts : after.lifts,
                invited.everybody,
                invited.households,
                invited.mark);
    }

    /** The same with other households invited. */
    Activity inviting(Activity other) {
        return new Activity(place, cost, access, photographs, lifts, other.everybody, other.households, other.mark);
    }
}
